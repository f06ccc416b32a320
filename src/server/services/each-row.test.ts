import { afterEach, describe, expect, it } from "vitest";
import { makeEvent, makeUser } from "~/test/factories";
import { testBank } from "~/test/harness/bank";
import { testDb } from "~/test/harness/database";
import { makeSale } from "~/test/harness/sale";
import { completeEnded } from "./events/complete-ended";
import { issueMissing } from "./invoices/issue-missing";
import { expirePendingBookings } from "./sale/bookings/expire-pending";
import { releaseExpiredHolds } from "./sale/seats/release-expired-holds";

const db = testDb();
const { gateway } = testBank(db);

/** Makes every write of some rows of a table fail, as a bad row does, until the test is over. */
async function spoil(table: string, condition: string): Promise<void> {
  await db.$executeRawUnsafe(`CREATE OR REPLACE FUNCTION spoilt() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'a bad row'; END $$`);
  await db.$executeRawUnsafe(
    `CREATE TRIGGER spoilt BEFORE INSERT OR UPDATE ON "${table}" FOR EACH ROW WHEN (${condition}) EXECUTE FUNCTION spoilt()`,
  );
}

afterEach(async () => {
  await db.$executeRawUnsafe("DROP FUNCTION IF EXISTS spoilt() CASCADE");
});

/** Two sales, the first with a bad row ahead. */
async function twoSales() {
  const event = await makeEvent(db);
  return [await makeSale(db, gateway, { event }), await makeSale(db, gateway, { event, from: 2 })] as const;
}

describe("one bad row stops none behind it", () => {
  it("of bookings that run out, and comes again later", async () => {
    const [bad, good] = await twoSales();
    for (const sale of [bad, good]) await sale.runOut();
    await spoil("Booking", `NEW.id = '${bad.bookingId}'`);
    expect(await expirePendingBookings({ db, batch: 1 })).toEqual({ bookings: 1 });
    expect([(await bad.read()).status, (await good.read()).status]).toEqual(["PENDING", "EXPIRED"]);
    expect(await db.failedRow.findMany()).toMatchObject([{ rowId: bad.bookingId, attempts: 1, lastError: expect.stringContaining("a bad row") }]);

    await db.$executeRawUnsafe("DROP FUNCTION spoilt() CASCADE");
    expect(await expirePendingBookings({ db })).toEqual({ bookings: 0 });
    await db.failedRow.updateMany({ data: { nextAttemptAt: new Date(0) } });
    expect(await expirePendingBookings({ db })).toEqual({ bookings: 1 });
  });

  it("of holds", async () => {
    const [bad, good] = await twoSales();
    for (const sale of [bad, good]) await sale.runOut();
    await db.seatHold.updateMany({ data: { expiresAt: new Date(0) } });
    const [first] = [bad.buyer.id, good.buyer.id].sort();
    await spoil("SeatHold", `NEW."userId" = '${first}'`);
    expect(await releaseExpiredHolds({ db })).toEqual({ seats: 2, holds: 1 });
  });

  it("of invoices", async () => {
    const [bad, good] = await twoSales();
    for (const sale of [bad, good]) await sale.buy();
    await db.invoice.deleteMany();
    await spoil("Invoice", `NEW."bookingId" = '${bad.bookingId}'`);
    await issueMissing({ db, limit: 1 });
    await issueMissing({ db, limit: 1 });
    expect(await db.invoice.findMany({ select: { bookingId: true } })).toEqual([{ bookingId: good.bookingId }]);
  });

  it("of events that are over", async () => {
    const organizerId = (await makeUser(db, { role: "ORGANIZER" })).id;
    const over = (hoursAgo: number) => makeEvent(db, { organizerId, startsAt: new Date(Date.now() - hoursAgo * 3_600_000) });
    const [bad] = [await over(30), await over(20)];
    await spoil("Event", `NEW.id = '${bad.event.id}'`);
    expect(await completeEnded({ db })).toMatchObject({ completed: 1 });
  });
});
