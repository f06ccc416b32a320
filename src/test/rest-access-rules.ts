import type { World } from "./access-rule";

export type RestAccessRule = {
  /** Who comes in at all. */
  door: "open" | "anyone" | "user" | "organizer";
  /** Another's thing: the path's id, and a body. Left out: the row takes no id that could be another's. */
  foreign?: (world: World) => { id?: string; body?: object; query?: string };
  /** Codes that hide the thing as well as NOT_FOUND does. */
  refusedAs?: readonly string[];
  /** What an API key needs; null: no key may. */
  scope: "events" | "orders" | "check-in" | "reports" | null;
};

const booking = (body?: object) => (world: World) => ({ id: world.bookingId, body });
const ownEvent = (body?: object) => (world: World) => ({ id: world.eventId, body });
const draft = (world: World) => ({ id: world.draftId });

/** Who may call which row of the public API. A new row has no line here, and the test is red until it gets one. */
export const restAccessRules: Record<string, RestAccessRule> = {
  register: { door: "open", scope: null },
  login: { door: "open", scope: null },
  refreshToken: { door: "open", scope: null },
  getProfile: { door: "user", scope: null },
  updateProfile: { door: "user", scope: null },
  changePassword: { door: "user", scope: null },
  listEvents: { door: "anyone", scope: "events" },
  getEvent: { door: "anyone", foreign: draft, scope: "events" },
  getSeats: { door: "anyone", foreign: draft, scope: "events" },
  createEvent: { door: "organizer", scope: "events" },
  updateEvent: { door: "organizer", foreign: ownEvent({ title: "Mine now" }), scope: "events" },
  publishEvent: { door: "organizer", foreign: draft, scope: "events" },
  cancelEvent: { door: "organizer", foreign: ownEvent({}), scope: "events" },
  listAttendees: { door: "organizer", foreign: ownEvent(), scope: "orders" },
  getEventReport: { door: "organizer", foreign: ownEvent(), scope: "reports" },
  redeemTicket: { door: "organizer", foreign: ownEvent({ code: "x", deviceSeq: 1 }), scope: "check-in" },
  holdSeats: {
    door: "user",
    foreign: (world) => ({ body: { eventId: world.draftId, seatIds: [world.seatId] } }),
    refusedAs: ["NOT_ON_SALE"],
    scope: null,
  },
  // Seats that are not the buyer's are left alone: there is nothing to refuse.
  releaseSeats: { door: "user", scope: null },
  extendHold: { door: "user", foreign: (world) => ({ body: { eventId: world.eventId } }), refusedAs: ["HOLD_EXPIRED"], scope: null },
  getHoldStatus: { door: "user", scope: null },
  createBooking: {
    door: "user",
    foreign: (world) => ({ body: { eventId: world.eventId, seatIds: [world.seatId] } }),
    refusedAs: ["HOLD_EXPIRED"],
    scope: null,
  },
  listBookings: { door: "user", scope: null },
  getBooking: { door: "user", foreign: booking(), scope: null },
  cancelBooking: { door: "user", foreign: booking({}), scope: null },
  createPaymentOrder: { door: "user", foreign: booking({ method: "upi" }), scope: null },
  paySandbox: { door: "user", foreign: (world) => ({ id: world.bookingId, body: { orderId: world.orderId, outcome: "success" } }), scope: null },
  confirmBooking: { door: "user", foreign: booking({ paymentId: "pay_1" }), scope: null },
  listVenues: { door: "anyone", scope: "events" },
  getVenue: { door: "anyone", scope: "events" },
  createVenue: { door: "organizer", scope: "events" },
  updateVenue: { door: "organizer", foreign: (world) => ({ id: world.venueId, body: { name: "Mine now" } }), scope: "events" },
  addSection: {
    door: "organizer",
    foreign: (world) => ({ id: world.venueId, body: { name: "Mine", rowCount: 1, seatsPerRow: 1 } }),
    scope: "events",
  },
};
