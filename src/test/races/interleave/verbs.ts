import type { PaymentGateway } from "~/server/gateways/payment";
import { completeEvent } from "~/server/services/events/complete-event";
import { updateEvent } from "~/server/services/events/update-event";
import { cancelBooking } from "~/server/services/sale/money/cancel-booking";
import { confirmBooking } from "~/server/services/sale/money/confirm-booking";
import { createBooking } from "~/server/services/sale/bookings/create-booking";
import { expirePendingBookings } from "~/server/services/sale/bookings/expire-pending";
import { refundPart } from "~/server/services/sale/money/refunds/refund-as-organizer";
import { extendHold } from "~/server/services/sale/seats/extend-hold";
import { holdSeats } from "~/server/services/sale/seats/hold-seats";
import { releaseSeats } from "~/server/services/sale/bookings/release-seats";
import type { Session } from "./interleavings";
import { COUPON, type Scene, type State } from "./states";

export const verbs = ["hold", "extend", "release", "create", "confirm", "cancel", "refund", "expire", "complete", "change of plan"] as const;
export type Verb = (typeof verbs)[number];

/** Answers that a verb may give in a race; anything else is a fault, BUSY among them. */
export const answers: Record<Verb, string[]> = {
  hold: ["OK", "SEAT_TAKEN", "NOT_ON_SALE", "NOT_FOUND"],
  extend: ["OK", "HOLD_EXPIRED"],
  release: ["OK", "INVALID_TRANSITION"],
  create: ["OK", "HOLD_EXPIRED", "NOT_ON_SALE", "INVALID_TRANSITION", "NOT_FOUND", "COUPON_EXHAUSTED"],
  confirm: ["OK", "BOOKING_EXPIRED", "INVALID_TRANSITION"],
  cancel: ["OK", "INVALID_TRANSITION"],
  refund: ["OK", "INVALID_INPUT", "INVALID_TRANSITION"],
  expire: ["OK"],
  complete: ["OK", "INVALID_TRANSITION"],
  "change of plan": ["OK", "INVALID_INPUT", "INVALID_TRANSITION"],
};

/** Who holds: Asha's second tab where the other session is about what is hers alone, a rival where it is about seats. */
const OWN_TAB: readonly Verb[] = ["extend", "create", "refund"];

/**
 * A verb on the scene's rows. Where it meets itself, `second` is another person, key or place with the same wish.
 */
export function session(verb: Verb, meets: Verb, scene: Scene, state: State, gateway: PaymentGateway, second: boolean): Session {
  const { eventId, seatIds, asha, biju, chitra, organizer, bookingId, paid } = scene;
  const seats = (...which: number[]) => which.map((seat) => seatIds[seat]!);
  switch (verb) {
    case "hold": {
      const own = OWN_TAB.includes(meets);
      const wanted = own ? seats(4) : seats(1, second ? 5 : 4);
      return (db) => holdSeats({ db, actor: own ? asha : second ? chitra : biju, eventId, seatIds: wanted, chosenBy: "us" });
    }
    case "extend":
      return (db) => extendHold({ db, actor: asha, eventId });
    case "release":
      return (db) => releaseSeats({ db, actor: asha, eventId });
    case "create": {
      const wanted = { held: seats(0, 1), waiting: seats(0, 1, 2), sold: seats(2) }[state as string] ?? seats(0, 1);
      const couponCode = state === "sold" || second ? undefined : COUPON;
      return (db) => createBooking({ db, actor: asha, eventId, seatIds: wanted, couponCode });
    }
    case "confirm":
      return (db) => confirmBooking({ db, gateway, actor: asha, bookingId, ...paid });
    case "cancel":
      return (db) => cancelBooking({ db, gateway, actor: asha, bookingId });
    case "refund": {
      const requestKey = second ? "request-two" : "request-one";
      return (db) => refundPart({ db, gateway, actor: organizer, bookingId, amountPaise: 70_000, note: "The sound failed.", requestKey });
    }
    case "expire":
      return (db) => expirePendingBookings({ db });
    case "complete":
      return (db) => completeEvent({ db, actor: organizer, id: eventId });
    case "change of plan":
      return (db) => updateEvent({ db, actor: organizer, input: { id: eventId, venueId: scene.elsewhere[second ? 1 : 0] } });
  }
}
