import { expect, it } from "vitest";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";
import { Door } from "./door";

testDb();

it("lets as many in as there is room for, and the next one once somebody leaves", () => {
  const door = new Door(2);
  const leave = door.enter();
  expect(door.enter()).not.toBeNull();
  expect(door.enter()).toBeNull();
  leave?.();
  expect(door.enter()).not.toBeNull();
  expect(door.enter()).toBeNull();
});

it("does nothing for a call that is turned away, and says when to try again", async () => {
  const refused = { cause: { code: "BUSY", facts: { retryAfterMs: expect.any(Number) as number } } };
  await expect(callerFor(null, { turnedAway: true }).event.list({})).rejects.toMatchObject(refused);
  await expect(callerFor(null).event.list({})).resolves.toMatchObject({ items: [] });
});
