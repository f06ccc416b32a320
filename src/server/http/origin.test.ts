import { describe, expect, it } from "vitest";
import { foreignCall, refusedCall } from "./origin";

const ours = ["https://tickets.example.com"];
const asked = (headers: Record<string, string>, method = "POST") => ({ method, headers: new Headers(headers) });
const JSON_TYPE = { "content-type": "application/json" };

describe("foreignCall", () => {
  it.each([
    ["another site's page", { origin: "https://evil.example" }],
    ["another site's page, by what the browser says", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
    ["a neighbour under the same domain", { origin: "https://blog.example.com", "sec-fetch-site": "same-site" }],
    ["a browser that says no more than that", { "sec-fetch-site": "cross-site" }],
    ["a frame without an origin", { origin: "null" }],
    ["our name over http", { origin: "http://tickets.example.com" }],
    ["another port", { origin: "https://tickets.example.com:8443" }],
    ["our name as a beginning", { origin: "https://tickets.example.com.evil.example" }],
    ["no address at all", { origin: "evil", host: "evil" }],
  ])("refuses %s", (_, headers) => {
    expect(foreignCall(asked(headers), ours)).toMatchObject({
      code: "FORBIDDEN",
      userMessage: expect.stringMatching(/another site's page/),
    });
  });

  it.each<[string, Record<string, string>]>([
    ["our own page", { origin: "https://tickets.example.com", "sec-fetch-site": "same-origin" }],
    ["our own page in a browser that says less", { origin: "https://tickets.example.com" }],
    ["our own page by the address it was opened at", { origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000" }],
    ["a person who typed the address", { "sec-fetch-site": "none" }],
    ["no browser: the bank, the scheduler", {}],
    ["a program with a key of its own", { origin: "https://evil.example", authorization: "Bearer key" }],
  ])("lets %s be", (_, headers) => expect(foreignCall(asked(headers), ours)).toBeNull());

  it("lets reading be", () => {
    for (const method of ["GET", "HEAD", "OPTIONS"])
      expect(foreignCall(asked({ origin: "https://evil.example" }, method), ours)).toBeNull();
  });

  it("takes a plain map of headers too", () => {
    const headers = new Map([["origin", "https://evil.example"]]);
    expect(foreignCall({ method: "POST", headers }, ours)).not.toBeNull();
  });
});

describe("refusedCall", () => {
  it.each(["multipart/form-data; boundary=x", "application/octet-stream", "text/plain", "application/x-www-form-urlencoded", ""])(
    "refuses what a form could send: %s",
    (type) => {
      expect(refusedCall(asked(type ? { "content-type": type } : {}), ours)).toMatchObject({ code: "INVALID_INPUT" });
    },
  );

  it("takes JSON", () => {
    expect(refusedCall(asked(JSON_TYPE), ours)).toBeNull();
    expect(refusedCall(asked({ "content-type": "Application/JSON; charset=utf-8" }), ours)).toBeNull();
    expect(refusedCall(asked({}, "GET"), ours)).toBeNull();
  });

  it("refuses another site's JSON first", () => {
    expect(refusedCall(asked({ ...JSON_TYPE, origin: "https://evil.example" }), ours)).toMatchObject({ code: "FORBIDDEN" });
  });
});
