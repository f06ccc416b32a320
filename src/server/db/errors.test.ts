import { createServer, request, type Server } from "node:http";
import { createServer as createDeafServer, type AddressInfo } from "node:net";
import { Client } from "pg";
import { afterEach, expect, it } from "vitest";
import { isDatabaseAway, isHungUp } from "./errors";

const servers: { close: () => unknown }[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));
const listening = async <T extends Server | ReturnType<typeof createDeafServer>>(server: T): Promise<number> => {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
};

it("knows a client that let go in the middle of its call", async () => {
  let told: (error: unknown) => void = () => undefined;
  const heard = new Promise((resolve) => (told = resolve));
  const port = await listening(createServer((incoming) => incoming.on("error", told).resume()));
  const call = request({ port, host: "127.0.0.1", method: "POST", headers: { "content-length": 100 } });
  call.on("error", () => undefined).write("half", () => setImmediate(() => call.destroy()));
  const error = await heard;
  expect([isHungUp(error), isDatabaseAway(error)]).toEqual([true, false]);
});

it("knows a database that let go of its connection, by the driver's bare error", async () => {
  const port = await listening(createDeafServer((socket) => socket.once("data", () => socket.resetAndDestroy())));
  const client = new Client({ host: "127.0.0.1", port, user: "nobody", password: "none", database: "none" });
  client.on("error", () => undefined);
  const error: unknown = await client.connect().catch((e: unknown) => e);
  expect(error).toMatchObject({ code: "ECONNRESET" });
  expect([isHungUp(error), isDatabaseAway(error)]).toEqual([false, true]);
});
