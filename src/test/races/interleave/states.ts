import type { Actor } from "~/domain/permissions";
import type { Db } from "~/server/db/db";
import { expirePendingBookings } from "~/server/services/sale/bookings/expire-pending";
import { holdSeats } from "~/server/services/sale/seats/hold-seats";
import { releaseExpiredHolds } from "~/server/services/sale/seats/release-expired-holds";
import { makeEvent, makeUser, makeVenue } from "~/test/factories";
import type { testBank } from "~/test/harness/bank";
import { makeSale } from "~/test/harness/sale";
import { passTime } from "~/test/harness/time";

/**
 * What stands before two sessions begin. Asha's seats are 0 and 1; seat 2 is her second thought, seat 3 is Biju's.
 * - free: nobody has anything.
 * - held: Asha holds hers.
 * - pending: she has booked them with the coupon and has paid at the bank; the shop has not heard of it.
 * - waiting: as pending, and she holds seat 2 besides.
 * - lapsed: as waiting, and all her time is over; no job has run.
 * - expired: as lapsed, and the jobs have run.
 * - sold: her booking is confirmed, she holds seat 2; Biju's booking of seat 3 with the coupon is past its time.
 * - begun: as sold, and the event has begun.
 */
export const states = ["free", "held", "pending", "waiting", "lapsed", "expired", "sold", "begun"] as const;
export type State = (typeof states)[number];

export const COUPON = "OPENING";
const A_DAY = 86_400;

export type Scene = {
  eventId: string;
  seatIds: string[];
  asha: Actor;
  biju: Actor;
  chitra: Actor;
  organizer: Actor;
  /** Venues that the event could move to. */
  elsewhere: string[];
  /** Asha's booking and what her browser has from the bank, where she has booked. */
  bookingId: string;
  paid: { orderId: string; paymentId: string; signature: string };
};

/** Makes a state in an empty database. */
export async function makeState(db: Db, { gateway }: Pick<ReturnType<typeof testBank>, "gateway">, state: State): Promise<Scene> {
  const venue = await makeVenue(db, { sections: [{ name: "Box", rowCount: 1, seatsPerRow: 6 }] });
  const elsewhere = [];
  for (const rowCount of [2, 3]) elsewhere.push((await makeVenue(db, { sections: [{ name: "Hall", rowCount, seatsPerRow: 4 }] })).id);
  const made = await makeEvent(db, { venue, orphanRule: "OFF", cancelUntilHours: 1, cancelRefundBps: 10_000 });
  const window = { validFrom: new Date(Date.now() - 1_000 * A_DAY), validUntil: new Date(Date.now() + 1_000 * A_DAY) };
  await db.coupon.create({ data: { code: COUPON, type: "PERCENTAGE", value: 1_000, usageLimit: 2, perBuyerLimit: 1, ...window } });
  const [asha, biju, chitra] = [await makeUser(db, { name: "Asha" }), await makeUser(db, { name: "Biju" }), await makeUser(db, { name: "Chitra" })];
  const eventId = made.event.id;
  const seatIds = made.seats.map((seat) => seat.id);
  const scene = { eventId, seatIds, asha, biju, chitra, organizer: { id: made.organizerId, role: "ORGANIZER" as const }, elsewhere, bookingId: "", paid: { orderId: "", paymentId: "", signature: "" } };
  const hold = (actor: Actor, ...seats: number[]) => holdSeats({ db, actor, eventId, seatIds: seats.map((seat) => seatIds[seat]!), chosenBy: "us" });
  const lapse = (actor: Actor) => passTime(db, { userId: actor.id, eventId }, A_DAY);

  if (state === "free") return scene;
  if (state === "held") {
    await hold(asha, 0, 1);
    return scene;
  }
  const sale = await makeSale(db, gateway, { event: made, buyer: asha, seats: 2, couponCode: COUPON });
  Object.assign(scene, { bookingId: sale.bookingId, paid: await sale.payFor() });
  if (state === "pending") return scene;
  if (state === "sold" || state === "begun") {
    await sale.confirm(scene.paid);
    await makeSale(db, gateway, { event: made, buyer: biju, seats: 1, from: 3, couponCode: COUPON });
    await lapse(biju);
  }
  await hold(asha, 2);
  if (state === "begun") await db.event.update({ where: { id: eventId }, data: { startsAt: new Date(Date.now() - 3_600_000) } });
  if (state === "lapsed" || state === "expired") await lapse(asha);
  if (state === "expired") {
    await expirePendingBookings({ db });
    await releaseExpiredHolds({ db });
  }
  return scene;
}
