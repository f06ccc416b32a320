import { expect, it } from "vitest";
import { createBooking } from "~/server/services/sale/bookings/create-booking";
import { releaseSeats } from "~/server/services/sale/bookings/release-seats";
import { updateEvent } from "~/server/services/events/update-event";
import { holdSeats } from "~/server/services/sale/seats/hold-seats";
import { makeEvent, makeUser, makeVenue } from "~/test/factories";
import { testDb } from "~/test/harness/database";
import { passTime } from "~/test/harness/time";

const db = testDb();

it("keeps a coupon's limit for one buyer who books at many events at once", async () => {
  const actor = await makeUser(db);
  await db.coupon.create({
    data: { code: "ONCE", type: "FIXED", value: 1_000, perBuyerLimit: 1, validFrom: new Date(0), validUntil: new Date(Date.now() + 1e9) },
  });
  const events = await Promise.all([1, 2, 3, 4].map(() => makeEvent(db)));
  for (const { event, seats } of events) await holdSeats({ db, actor, eventId: event.id, seatIds: [seats[0]!.id] });
  const results = await Promise.allSettled(
    events.map(({ event, seats }) => createBooking({ db, actor, eventId: event.id, seatIds: [seats[0]!.id], couponCode: "ONCE" })),
  );
  expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
  expect(await db.couponRedemption.count({ where: { state: "RESERVED" } })).toBe(1);
});

it("keeps a seat no longer than the rules say, whatever circle of booking and letting go is run", async () => {
  const { event, seats } = await makeEvent(db);
  const actor = await makeUser(db);
  const eventId = event.id;
  const [b, c] = [seats[0]!.id, seats[1]!.id];
  await holdSeats({ db, actor, eventId, seatIds: [b, c] });
  const first = await createBooking({ db, actor, eventId, seatIds: [b, c] });
  for (const passed of [120, 120]) {
    await passTime(db, { userId: actor.id, eventId }, passed);
    await releaseSeats({ db, actor, eventId, seatIds: [c] });
    await createBooking({ db, actor, eventId, seatIds: [b] });
    await holdSeats({ db, actor, eventId, seatIds: [c] });
    await createBooking({ db, actor, eventId, seatIds: [b, c] });
  }
  const { heldUntil } = await db.seat.findUniqueOrThrow({ where: { id: b } });
  expect(heldUntil!.getTime()).toBeLessThanOrEqual(first.expiresAt.getTime() - 240_000);
});

it("gives new seats new ids, and refuses a hold from a stale map with a sentence", async () => {
  const { event, seats, organizerId } = await makeEvent(db);
  const other = await makeVenue(db, { ownerId: organizerId });
  const actor = await makeUser(db);
  await updateEvent({ db, actor: { id: organizerId, role: "ORGANIZER" }, input: { id: event.id, venueId: other.id } });
  expect(await db.seat.count({ where: { id: { in: seats.map((seat) => seat.id) } } })).toBe(0);
  const [fresh] = await db.seat.findMany({ where: { eventId: event.id }, orderBy: { ordinal: "asc" } });
  const hold = (planHash: string) => holdSeats({ db, actor, eventId: event.id, seatIds: [fresh!.id], planHash });
  await expect(hold(event.planHash)).rejects.toMatchObject({ code: "PLAN_CONFLICT" });
  const { planHash } = await db.event.findUniqueOrThrow({ where: { id: event.id } });
  expect((await hold(planHash)).seatIds).toEqual([fresh!.id]);
});
