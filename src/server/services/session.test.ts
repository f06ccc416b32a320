import { beforeEach, describe, expect, it } from "vitest";
import { makeUser } from "~/test/factories";
import { testDb } from "~/test/harness/database";
import { viewerFor } from "./session";

const db = testDb();
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ago = (ms: number) => new Date(Date.now() - ms);

type User = Awaited<ReturnType<typeof makeUser>>;
let buyer: User;
let admin: User;

beforeEach(async () => {
  buyer = await makeUser(db);
  admin = await makeUser(db, { role: "ADMIN" });
});

/** Whether a session of this age, last used so long ago, still holds. */
async function holds(user: User, age: number, idle: number, sessionVersion: number | null = 1): Promise<boolean> {
  const { id } = await db.session.create({ data: { userId: user.id, createdAt: ago(age), lastSeenAt: ago(idle) } });
  return (await viewerFor({ db, claims: { userId: user.id, sessionVersion, sessionId: id } })) !== null;
}

describe("a session, read by the database's clock and without any job", () => {
  it("ends 30 days after it began, however often it is used", async () => {
    expect(await holds(buyer, 30 * DAY - HOUR, 0)).toBe(true);
    expect(await holds(buyer, 30 * DAY + HOUR, 0)).toBe(false);
  });

  it("ends when nobody came for 14 days, an admin's for 12 hours", async () => {
    expect(await holds(buyer, 15 * DAY, 14 * DAY - HOUR)).toBe(true);
    expect(await holds(buyer, 15 * DAY, 14 * DAY + HOUR)).toBe(false);
    expect(await holds(admin, DAY, 11 * HOUR)).toBe(true);
    expect(await holds(admin, DAY, 13 * HOUR)).toBe(false);
  });

  it("of the API has times of its own, but for an admin's idle limit", async () => {
    expect(await holds(buyer, 40 * DAY, 20 * DAY, null)).toBe(true);
    expect(await holds(admin, DAY, 13 * HOUR, null)).toBe(false);
  });
});
