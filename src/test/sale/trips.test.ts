import { afterAll, expect, it } from "vitest";
import { createBooking } from "~/server/services/sale/bookings/create-booking";
import { confirmBooking } from "~/server/services/sale/money/confirm-booking";
import { settlePayment } from "~/server/services/sale/money/settle-payment";
import { freeOrderId } from "~/server/services/sale/money/create-order";
import { holdSeats } from "~/server/services/sale/seats/hold-seats";
import { makeEvent, makeUser } from "~/test/factories";
import { testBank } from "~/test/harness/bank";
import { testDb } from "~/test/harness/database";
import { makeSale } from "~/test/harness/sale";
import { countingDb } from "./trips";

const db = testDb();
const { gateway } = testBank(db);
const counted = countingDb();
afterAll(() => counted.db.$disconnect());

/** Trips of one call, through the driver. */
async function tripsOf(call: () => Promise<unknown>): Promise<number> {
  counted.trips.length = 0;
  await call();
  return counted.trips.length;
}

it("holds in two trips at most, books in four, confirms in five", async () => {
  const own = counted.db;
  await own.$queryRaw`SELECT 1`;
  const { event, seats } = await makeEvent(db);
  const actor = await makeUser(db);
  const coupon = { type: "PERCENTAGE" as const, validFrom: new Date(0), validUntil: new Date(Date.now() + 1e9) };
  await db.coupon.createMany({ data: [{ ...coupon, code: "TENTH", value: 1_000 }, { ...coupon, code: "ALL", value: 10_000 }] });
  const eventId = event.id;
  const ids = seats.map((seat) => seat.id);
  expect(await tripsOf(() => holdSeats({ db: own, actor, eventId, seatIds: ids.slice(0, 2), chosenBy: "us" }))).toBeLessThanOrEqual(2);
  expect(await tripsOf(() => createBooking({ db: own, actor, eventId, seatIds: ids.slice(0, 2) }))).toBeLessThanOrEqual(2);
  expect(await tripsOf(() => createBooking({ db: own, actor, eventId, seatIds: ids.slice(0, 2), couponCode: "TENTH" }))).toBeLessThanOrEqual(4);

  const { bookingId } = await createBooking({ db, actor, eventId, seatIds: ids.slice(0, 2), couponCode: "ALL" });
  const free = { orderId: freeOrderId(bookingId), paymentId: "free", signature: "free" };
  expect(await tripsOf(() => confirmBooking({ db: own, gateway, actor, bookingId, ...free }))).toBeLessThanOrEqual(2);

  const sale = await makeSale(db, gateway, { from: 10 });
  const paid = await sale.payFor();
  expect(await tripsOf(() => confirmBooking({ db: own, gateway, actor: sale.buyer, bookingId: sale.bookingId, ...paid }))).toBeLessThanOrEqual(5);
  expect((await sale.read()).payments).toMatchObject([{ status: "COMPLETED" }]);
  // The webhook that comes after the browser finds it done.
  expect(await tripsOf(() => settlePayment({ db: own, gateway, paymentId: paid.paymentId }))).toBe(1);
});

it("tells a loser in the first trip, and uses the connection again", async () => {
  const { event, seats } = await makeEvent(db);
  const seatIds = [seats[0]!.id];
  await holdSeats({ db, actor: await makeUser(db), eventId: event.id, seatIds });
  const loser = await makeUser(db);
  const hold = () => holdSeats({ db: counted.db, actor: loser, eventId: event.id, seatIds, chosenBy: "us" });
  await tripsOf(() => expect(hold()).rejects.toMatchObject({ code: "SEAT_TAKEN", facts: { taken: seatIds } }));
  expect(counted.trips[0]).toContain("hold_seats");
  expect(await db.seatHold.count({ where: { userId: loser.id } })).toBe(0);
  await holdSeats({ db: counted.db, actor: loser, eventId: event.id, seatIds: [seats[1]!.id], chosenBy: "us" });
});
