import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import createClient from "openapi-fetch";
import { expect, it } from "vitest";
import type { paths } from "~/test/api-client/schema";
import { makeEvent } from "~/test/factories";
import { testBank } from "~/test/harness/bank";
import { testDb } from "~/test/harness/database";
import { behindPrism } from "~/test/harness/prism";
import { createRest } from "./handler";
import { quickStart } from "./quick-start";

const db = testDb();
const bank = testBank(db);
const shop = behindPrism(createRest({ db, gateway: bank.gateway }));

it("goes from a stranger to CONFIRMED with curl alone, as the page says", { timeout: 300_000 }, async () => {
  await makeEvent(db);
  const folder = mkdtempSync(path.join(tmpdir(), "quick-start-"));
  const script = ["set -eu", ...quickStart.map(({ command }) => command)].join("\n");
  const env = { ...process.env, AISLE: shop.url(), EMAIL: "asha@example.com" };
  const output = await new Promise<string>((resolve, reject) => {
    const child = spawn("sh", ["-c", script], { cwd: folder, env });
    let text = "";
    child.stdout.on("data", (part) => (text += String(part)));
    child.stderr.on("data", (part) => (text += String(part)));
    child.on("close", (code) => (code === 0 ? resolve(text) : reject(new Error(text))));
  });
  rmSync(folder, { recursive: true });
  expect(output.trim().split("\n").at(-1)).toBe("CONFIRMED");
  expect(await db.booking.findMany({ select: { status: true } })).toEqual([{ status: "CONFIRMED" }]);
});

it("serves a client whose types come from the document", async () => {
  const { event, seats } = await makeEvent(db);
  const client = createClient<paths>({ baseUrl: shop.url() });
  const body = { name: "Asha Rao", email: "asha@example.com", password: "monsoon-lantern-42" };
  const { data: account } = await client.POST("/api/auth/register", { body });
  const authorization = `Bearer ${account!.accessToken}`;
  const seatIds = [seats[0]!.id];
  const held = await client.POST("/api/bookings/hold-seats", { headers: { authorization }, body: { eventId: event.id, seatIds } });
  expect(held.data?.seatIds).toEqual(seatIds);
  const found = await client.GET("/api/events/{id}", { params: { path: { id: event.id } } });
  expect(found.data?.sections[0]?.price).toBe(500);
  const refused = await client.POST("/api/bookings/hold-seats", { body: { eventId: event.id, seatIds } });
  expect([refused.error?.appCode, refused.error?.status]).toEqual(["UNAUTHORIZED", 401]);
});
