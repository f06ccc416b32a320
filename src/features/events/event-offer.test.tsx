import { describe, expect, it } from "vitest";
import { googleCalendarUrl } from "./calendar-menu";
import { offerOf } from "./buy-panel";
import { daysOf } from "./days-of";
import { freeWords } from "./section-fullness";
import { utcOffset } from "./venue-card";

const event = {
  saleState: "ON_SALE",
  availableCount: 400,
  seatCount: 1_000,
  onSaleAt: null,
  cancelReason: null,
  venue: { timeZone: "Asia/Kolkata", city: "Mumbai" },
} as unknown as Parameters<typeof offerOf>[0];

describe("the offer", () => {
  it("counts seats only where few are left", () => {
    expect(offerOf(event)).toEqual({ open: true, headline: null, detail: null });
    expect(offerOf({ ...event, availableCount: 100 }).headline).toBe("100 seats left");
    expect(offerOf({ ...event, availableCount: 1 }).headline).toBe("1 seat left");
    expect(freeWords(120, 1_200)).toBe("120 left");
    expect(freeWords(121, 1_200)).toBe("121 of 1,200 free");
    expect(freeWords(0, 1_200)).toBe("Sold out");
  });

  it("says why there is none", () => {
    expect(offerOf({ ...event, availableCount: 0 })).toMatchObject({ open: false, headline: "Sold out" });
    expect(offerOf({ ...event, saleState: "CANCELLED", cancelReason: "The roof leaks." })).toEqual({
      open: false,
      headline: "Cancelled",
      detail: "The roof leaks.",
    });
    expect(
      offerOf({ ...event, saleState: "NOT_YET", onSaleAt: new Date("2096-12-01T04:30:00Z") }).detail,
    ).toBe("Sales begin Sat 1 Dec 2096, 10 am, Mumbai time.");
    for (const saleState of ["ENDED", "NOT_PUBLISHED"] as const)
      expect(offerOf({ ...event, saleState }).open).toBe(false);
  });
});

it("turns a choice of when into days of India's calendar", () => {
  const tuesday = new Date("2026-11-24T20:00:00Z");
  expect(daysOf("weekend", tuesday)).toEqual({ dateFrom: "2026-11-27", dateTo: "2026-11-29" });
  expect(daysOf("week", tuesday)).toEqual({ dateFrom: "2026-11-25", dateTo: "2026-12-01" });
  expect(daysOf("month", tuesday)).toEqual({ dateFrom: "2026-11-25", dateTo: "2026-12-24" });
  expect(daysOf("", tuesday)).toEqual({});
});

it("gives Google the span in UTC", () => {
  const url = new URL(
    googleCalendarUrl({
      title: "Veena & friends",
      startsAt: new Date("2026-12-12T14:00:00Z"),
      endsAt: null,
      place: "Hall, Mumbai",
    }),
  );
  expect(url.searchParams.get("dates")).toBe("20261212T140000Z/20261212T160000Z");
  expect(url.searchParams.get("text")).toBe("Veena & friends");
});

it("names a zone by its offset on the day", () => {
  const summer = new Date("2026-07-01T12:00:00Z");
  expect(utcOffset("Asia/Kolkata", summer)).toBe("UTC+5:30");
  expect(utcOffset("Europe/London", summer)).toBe("UTC+1:00");
  expect(utcOffset("UTC", summer)).toBe("UTC");
});
