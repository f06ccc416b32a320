import { describe, expect, it } from "vitest";
import { bookingStatusAt, type bookingStatuses } from "./booking-state";
import {
  assertBookable,
  assertOnSale,
  canMoveEvent,
  eventCategories,
  eventStatuses,
  saleStateAt,
  type SaleWindow,
} from "./event-state";
import { canMovePayment, paymentStatuses, paymentStatusesBefore } from "./payment-state";

/** Every move that is allowed, as "FROM > TO TO". */
const moves = <T extends string>(all: readonly T[], may: (from: T, to: T) => boolean) =>
  all.map((from) => `${from} > ${all.filter((to) => may(from, to)).join(" ")}`.trim());

describe("a booking", () => {
  it("has expired from the moment its seats are no longer held, job or no job", () => {
    const now = new Date("2026-12-01T10:00:00Z");
    const shown = (status: (typeof bookingStatuses)[number], offsetMs: number) =>
      bookingStatusAt({ status, holdsUntil: new Date(now.getTime() + offsetMs) }, now);
    expect([shown("PENDING", 1), shown("PENDING", 0), shown("PENDING", -1), shown("CONFIRMED", -1)]).toEqual([
      "PENDING",
      "EXPIRED",
      "EXPIRED",
      "CONFIRMED",
    ]);
  });
});

describe("a payment", () => {
  it("goes where the table says, and nowhere else", () => {
    expect(moves(paymentStatuses, canMovePayment)).toEqual([
      "PENDING > PROCESSING COMPLETED FAILED REFUNDED",
      "PROCESSING > COMPLETED FAILED REFUNDED",
      "COMPLETED > REFUNDED PARTIALLY_REFUNDED",
      "FAILED > PROCESSING COMPLETED REFUNDED",
      "REFUNDED >",
      "PARTIALLY_REFUNDED > REFUNDED",
    ]);
    expect(paymentStatusesBefore("REFUNDED")).toEqual([
      "PENDING",
      "PROCESSING",
      "COMPLETED",
      "FAILED",
      "PARTIALLY_REFUNDED",
    ]);
  });
});

describe("an event", () => {
  it("goes where the table says, and nowhere else", () => {
    expect(moves(eventStatuses, canMoveEvent)).toEqual([
      "DRAFT > PUBLISHED CANCELLED",
      "PUBLISHED > COMPLETED CANCELLED",
      "COMPLETED >",
      "CANCELLED >",
    ]);
    expect(eventCategories).toEqual([
      "MOVIE",
      "CONCERT",
      "SPORTS",
      "THEATER",
      "COMEDY",
      "CONFERENCE",
      "OTHER",
    ]);
  });

  const hour = (number: number, ms = 0) => new Date(Date.UTC(2026, 11, 1, number, 0, 0, ms));
  const event: SaleWindow = {
    status: "PUBLISHED",
    onSaleAt: hour(10),
    offSaleAt: hour(16),
    startsAt: hour(18),
  };
  const state = (now: Date, fields: Partial<SaleWindow> = {}) => saleStateAt({ ...event, ...fields }, now);

  it("is on sale from its first moment until before its last, and never once it begins", () => {
    expect([state(hour(9, 999)), state(hour(10)), state(hour(15)), state(hour(16))]).toEqual([
      "NOT_YET",
      "ON_SALE",
      "ON_SALE",
      "ENDED",
    ]);
    expect([state(hour(17), { offSaleAt: null }), state(hour(18), { offSaleAt: null })]).toEqual([
      "ON_SALE",
      "ENDED",
    ]);
    expect([state(hour(18), { offSaleAt: hour(20) }), state(hour(17), { offSaleAt: hour(20) })]).toEqual([
      "ENDED",
      "ON_SALE",
    ]);
    expect(state(hour(1), { onSaleAt: null })).toBe("ON_SALE");
  });

  it("is on sale in one status alone", () => {
    expect(eventStatuses.map((status) => state(hour(12), { status }))).toEqual([
      "NOT_PUBLISHED",
      "ON_SALE",
      "ENDED",
      "CANCELLED",
    ]);
  });

  const refusal = (
    check: (event: SaleWindow, now: Date) => void,
    now: Date,
    fields: Partial<SaleWindow> = {},
  ) => {
    try {
      check({ ...event, ...fields }, now);
      return null;
    } catch (error) {
      expect(error).toMatchObject({ code: "NOT_ON_SALE" });
      return (error as Error).message;
    }
  };

  it("says why its seats may not be had", () => {
    expect(refusal(assertOnSale, hour(12))).toBeNull();
    expect(refusal(assertOnSale, hour(9))).toBe("Tickets for this event are not on sale yet.");
    expect(refusal(assertOnSale, hour(16))).toBe("Ticket sales for this event have ended.");
    expect(refusal(assertOnSale, hour(12), { status: "DRAFT" })).toBe("This event is not on sale.");
    expect(refusal(assertOnSale, hour(12), { status: "CANCELLED" })).toBe("This event has been cancelled.");
  });

  it("honours a hold after the sale's end, until it begins or is gone", () => {
    expect([refusal(assertBookable, hour(17)), refusal(assertBookable, hour(9))]).toEqual([null, null]);
    expect(refusal(assertBookable, hour(18))).toBe("Ticket sales for this event have ended.");
    expect(refusal(assertBookable, hour(12), { status: "CANCELLED" })).toBe("This event has been cancelled.");
    expect(refusal(assertBookable, hour(12), { status: "COMPLETED" })).toBe(
      "Ticket sales for this event have ended.",
    );
    expect(refusal(assertBookable, hour(12), { status: "DRAFT" })).toBe(
      "Ticket sales for this event have ended.",
    );
  });
});
