import { createServer, get, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { clientIp, isMachine, noteSocketAddresses } from "./client-ip";

const from = (value?: string, more: Record<string, string> = {}) =>
  new Headers({ ...more, ...(value !== undefined && { "x-forwarded-for": value }) });

describe("the visitor's address", () => {
  it("is the socket's where there is no proxy, whatever the visitor says", () => {
    expect(clientIp(from("1.2.3.4"), 0, "5.6.7.8")).toBe("5.6.7.8");
    expect(clientIp(from("1.2.3.4", { "x-aisle-socket": "9.9.9.9" }), 0)).toBe("local");
  });
  it("is what the trusted proxy saw, not what the visitor sent", () => {
    expect(clientIp(from("6.6.6.6, 1.2.3.4"), 1, "10.0.0.1")).toBe("1.2.3.4");
    expect(clientIp(from("6.6.6.6, 1.2.3.4, 10.0.0.1"), 2)).toBe("1.2.3.4");
  });
  it("is the socket's for who came around the proxy", () => {
    expect(clientIp(from("1.2.3.4"), 2, "5.6.7.8")).toBe("5.6.7.8");
    expect(clientIp(from(), 1)).toBe("local");
  });
  it("is one name for one visitor", () => {
    expect(clientIp(from(), 0, "::ffff:5.6.7.8")).toBe("5.6.7.8");
    const two = ["2001:db8:1:2:aaaa::1", "2001:0DB8:1:2:bbbb:cccc:dddd:2"].map((ip) => clientIp(from(), 0, ip));
    expect(two).toEqual(["2001:db8:1:2::/64", "2001:db8:1:2::/64"]);
    expect(clientIp(from(), 0, "2001:db8::7")).toBe("2001:db8:0:0::/64");
    expect(clientIp(from(), 0, "::1")).toBe("::1");
  });
  it("knows the machine's own", () => {
    expect(["127.0.0.1", "127.9.9.9", "::1"].every(isMachine)).toBe(true);
    expect(["10.0.0.1", "127.0.0.1.evil", "local"].some(isMachine)).toBe(false);
  });
});

it("reaches what sees headers alone, over what the visitor wrote there", async () => {
  noteSocketAddresses();
  const server = createServer((request, response) => {
    const headers = new Headers(request.headers as Record<string, string>);
    response.end(clientIp(headers, 0));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const said = await new Promise<string>((resolve, reject) => {
    const headers = { "x-aisle-socket": "6.6.6.6", "x-forwarded-for": "7.7.7.7" };
    get({ port, host: "127.0.0.1", headers }, (response: IncomingMessage) => {
      let text = "";
      response.on("data", (chunk: Buffer) => (text += chunk.toString()));
      response.on("end", () => resolve(text));
    }).on("error", reject);
  });
  server.close();
  expect(said).toBe("127.0.0.1");
});
