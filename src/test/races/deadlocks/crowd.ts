import type { Actor } from "~/domain/permissions";
import type { Db } from "~/server/db/db";
import { isDatabaseFull } from "~/server/db/errors";
import type { PaymentGateway } from "~/server/gateways/payment";
import { completeEvent } from "~/server/services/events/complete-event";
import { updateEvent } from "~/server/services/events/update-event";
import { cancelBooking } from "~/server/services/sale/money/cancel-booking";
import { confirmBooking } from "~/server/services/sale/money/confirm-booking";
import { createBooking } from "~/server/services/sale/bookings/create-booking";
import { expirePendingBookings } from "~/server/services/sale/bookings/expire-pending";
import { createOrder } from "~/server/services/sale/money/create-order";
import { reconcile } from "~/server/services/sale/money/reconcile/reconcile";
import { cancelAsOrganizer, refundPart } from "~/server/services/sale/money/refunds/refund-as-organizer";
import { sandboxPay } from "~/server/services/sale/money/sandbox-pay";
import { settlePayment } from "~/server/services/sale/money/settle-payment";
import { extendHold } from "~/server/services/sale/seats/extend-hold";
import { holdSeats } from "~/server/services/sale/seats/hold-seats";
import { releaseExpiredHolds } from "~/server/services/sale/seats/release-expired-holds";
import { releaseSeats } from "~/server/services/sale/bookings/release-seats";
import type { Random } from "../storm/random";

/** Where everybody meets. */
export type Place = { db: Db; gateway: PaymentGateway; eventId: string; organizer: Actor; venues: string[]; couponCode: string; seats: () => Promise<string[]> };

type Paid = { orderId: string; paymentId: string; signature: string };
type Deed = [share: number, verb: string, work: () => Promise<unknown>];

/** One buyer with many tabs: what one of them makes, another pays, confirms or gives up. */
export class Buyer {
  private held: string[] = [];
  private bookings: { bookingId: string; paid?: Paid }[] = [];

  constructor(private readonly actor: Actor) {}

  deeds(place: Place, random: Random): Deed[] {
    const { db, gateway, eventId, couponCode } = place;
    const { actor } = this;
    const booking = this.bookings.at(-1 - random.below(2));
    const { bookingId = "", paid } = booking ?? {};
    return [
      [5, "hold", async () => {
        const seats = await place.seats();
        const at = random.below(seats.length);
        this.held = (await holdSeats({ db, actor, eventId, seatIds: seats.slice(at, at + 1 + random.below(3)), chosenBy: "us" })).seatIds;
      }],
      [1, "extend", () => extendHold({ db, actor, eventId })],
      [1, "release", () => releaseSeats({ db, actor, eventId, seatIds: random.chance(0.5) ? undefined : this.held.slice(0, 1) })],
      [this.held.length && 5, "create", async () => {
        const made = await createBooking({ db, actor, eventId, seatIds: this.held, couponCode: random.chance(0.8) ? couponCode : undefined });
        this.bookings = [...this.bookings.slice(-2), { bookingId: made.bookingId }];
      }],
      [booking && !paid ? 4 : 0, "pay", async () => {
        const { orderId } = await createOrder({ db, gateway, actor, bookingId, method: "card" });
        Object.assign(booking ?? {}, { paid: await sandboxPay({ db, gateway, actor, orderId, outcome: "success" }) });
      }],
      [paid ? 4 : 0, "confirm", () => confirmBooking({ db, gateway, actor, bookingId, ...paid! })],
      [paid ? 2 : 0, "webhook", () => settlePayment({ db, gateway, paymentId: paid!.paymentId })],
      [booking ? 1 : 0, "cancel", () => cancelBooking({ db, gateway, actor, bookingId })],
    ];
  }
}

/** The organizer's clicks and the jobs. */
export function staffDeeds(place: Place, random: Random): Deed[] {
  const { db, gateway, eventId, organizer: actor, venues } = place;
  const sold = async () => (await db.booking.findMany({ where: { eventId, status: "CONFIRMED" }, select: { id: true }, take: 20 })).at(-1 - random.below(3))?.id;
  return [
    [3, "refund", async () => {
      const bookingId = await sold();
      const requestKey = `part-${random.next()}`;
      if (bookingId) await refundPart({ db, gateway, actor, bookingId, amountPaise: 1_000, note: "Late.", requestKey });
    }],
    [2, "call off", async () => {
      const bookingId = await sold();
      if (bookingId) await cancelAsOrganizer({ db, gateway, actor, bookingId, note: "" });
    }],
    [4, "expire", () => expirePendingBookings({ db })],
    [3, "tidy", () => releaseExpiredHolds({ db })],
    [2, "reconcile", () => reconcile({ db, gateway, afterSeconds: 0 })],
    [2, "complete", async () => {
      await completeEvent({ db, actor, id: eventId });
      // The show goes on: there is one event for everybody.
      await db.event.update({ where: { id: eventId }, data: { status: "PUBLISHED", completedAt: null } });
    }],
    [1, "change of plan", () => updateEvent({ db, actor, input: { id: eventId, venueId: random.pick(venues) } })],
    [1, "change of price", () => updateEvent({ db, actor, input: { id: eventId, basePricePaise: 50_000 + random.below(5) * 1_000 } })],
  ];
}

/** One deed by its share, and what came of it. */
export async function act(deeds: Deed[], random: Random, note: (verb: string, answer: string) => void): Promise<void> {
  let at = random.next() * deeds.reduce((sum, [share]) => sum + share, 0);
  const deed = deeds.find(([share]) => (at -= share) < 0) ?? deeds[0]!;
  const [, verb, work] = deed;
  await work().then(
    () => note(verb, "OK"),
    (error: unknown) => note(verb, isDatabaseFull(error) ? "BUSY" : String((error as { code?: unknown }).code ?? error).slice(0, 200)),
  );
}
