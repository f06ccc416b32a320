import { describe, expect, it } from "vitest";
import { TokenBuckets } from "~/server/http/token-buckets";
import { makeEvent, makeUser } from "~/test/factories";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";
import { countCall, countFile, groups, limitOf, type LimitGroup } from "./limits";
import { appRouter } from "./root";

const db = testDb();

it("says for every procedure which bucket it takes from, and for nothing else", () => {
  expect(Object.keys(limitOf).sort()).toEqual(Object.keys(appRouter._def.procedures).sort());
});

describe("countCall", () => {
  const count = (buckets: TokenBuckets, group: LimitGroup, accountId: string | null, ip: string) => {
    try {
      countCall({ group, accountId, ip, buckets, now: 0 });
      return "passed";
    } catch (error) {
      return (error as { code: string }).code;
    }
  };

  it.each(Object.keys(groups) as LimitGroup[])("stops one account, and one address, and no other: %s", (group) => {
    const buckets = new TokenBuckets();
    const { account, address } = groups[group];
    for (let i = 0; i < account.calls; i++) expect(count(buckets, group, "asha", "1.1.1.1")).toBe("passed");
    expect(count(buckets, group, "asha", "2.2.2.2")).toBe("RATE_LIMITED");
    expect(count(buckets, group, "ravi", "1.1.1.1")).toBe("passed");
    for (let i = account.calls + 1; i < address.calls; i++) expect(count(buckets, group, null, "1.1.1.1")).toBe("passed");
    expect(count(buckets, group, null, "1.1.1.1")).toBe("RATE_LIMITED");
    expect(count(buckets, group, null, "2.2.2.2")).toBe("passed");
    // A campus behind one address is worth many buyers.
    expect(address.calls).toBeGreaterThanOrEqual(4 * account.calls);
  });

  it("counts no address that is this machine's own, or nobody's", () => {
    const buckets = new TokenBuckets();
    for (const ip of ["127.0.0.1", "::1", "local"]) {
      for (let i = 0; i <= groups.door.address.calls; i++) expect(count(buckets, "door", null, ip)).toBe("passed");
    }
  });
});

it("refuses a call from outside that comes too often, before the database is asked, and says when to come back", async () => {
  const { event } = await makeEvent(db);
  const buyer = await makeUser(db);
  const { seatLock } = callerFor(buyer, { counted: true, ip: "9.9.9.1" });
  expect(await seatLock.status({ eventId: event.id })).toBeNull();
  const hasten = () => countCall({ group: "seats", accountId: buyer.id, ip: "9.9.9.1" });
  expect(() => Array.from({ length: 1_000 }, hasten)).toThrow(/too many tries/);
  const nowhere = { $queryRaw: () => Promise.reject(new Error("the database was asked")) };
  const { seatLock: without } = callerFor(buyer, { counted: true, db: nowhere as never });
  await expect(without.status({ eventId: event.id })).rejects.toMatchObject({
    code: "TOO_MANY_REQUESTS",
    cause: { code: "RATE_LIMITED", facts: { retryAfterMs: expect.any(Number) } },
  });
});

it("does not count what our own pages read", async () => {
  const { event } = await makeEvent(db);
  const { seatLock } = callerFor(await makeUser(db));
  for (let i = 0; i <= groups.seats.account.calls; i++) await seatLock.status({ eventId: event.id });
  expect(await seatLock.status({ eventId: event.id })).toBeNull();
});

describe("files", () => {
  it("are counted for all processes together, for an account and for an address", async () => {
    const { account, address } = groups.file;
    const file = (accountId: string | null, ip: string) => countFile({ db, group: "file", accountId, ip });
    for (let i = 0; i < account.calls; i++) await file("asha", "1.1.1.1");
    await expect(file("asha", "2.2.2.2")).rejects.toMatchObject({ code: "RATE_LIMITED", facts: { retryAfterMs: expect.any(Number) as number } });
    for (let i = account.calls; i < address.calls; i++) await file(null, "1.1.1.1");
    await expect(file("ravi", "1.1.1.1")).rejects.toMatchObject({ code: "RATE_LIMITED" });
    await file("meera", "2.2.2.2");
    for (let i = 0; i <= address.calls; i++) await file(null, "127.0.0.1");
    await countFile({ db, group: "own", accountId: "asha", ip: "1.1.1.1" });
  });

  it("are refused to a caller whose account other processes have served enough", async () => {
    const buyer = await makeUser(db);
    for (let i = 0; i < groups.file.account.calls; i++) await countFile({ db, group: "file", accountId: buyer.id, ip: "local" });
    const pdf = callerFor(buyer, { counted: true, ip: "9.9.9.2" }).ticket.pdf({ bookingId: "none" });
    await expect(pdf).rejects.toMatchObject({ code: "TOO_MANY_REQUESTS", cause: { code: "RATE_LIMITED" } });
  });
});
