import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { auditLogInput } from "./admin";
import { createBookingInput } from "./booking";
import { id, instant } from "./common";
import { createCouponInput, validateCouponInput } from "./coupon";
import { createEventInput, listEventsInput } from "./event";
import { attendeesInput } from "./organizer";
import { confirmBookingInput } from "./payment";
import { upsertReviewInput } from "./review";
import { holdBestInput, holdInput } from "./seat-lock";
import { importPlanInput, listVenuesInput } from "./venue";

const NUL = "\u0000";
const event = {
  title: "A title",
  description: "One line.\nAnother.",
  category: "CONCERT",
  venueId: "venue",
  startsAt: new Date("2027-01-01"),
  basePricePaise: 100,
};
const coupon = { code: "GOOD", type: "FIXED", value: 100, validFrom: new Date("2027-01-01"), validUntil: new Date("2027-02-01") };
const refused = (schema: z.ZodType, input: unknown) => expect(schema.safeParse(input).success, JSON.stringify(input)).toBe(false);
const taken = (schema: z.ZodType, input: unknown) => expect(schema.safeParse(input).error?.issues).toBeUndefined();

describe("what PostgreSQL would not take is refused by a sentence", () => {
  it("in ids", () => {
    for (const bad of [NUL, `a${NUL}`, "a b", "a\n", "", "x".repeat(65), 7]) refused(id, bad);
    for (const good of ["no-such-event", "free_1", "k3-1z", "b9f0c1de-6d6f-4a4e-8f9e-1a2b3c4d5e6f"]) taken(id, good);
    refused(holdInput, { eventId: "e", seatIds: [NUL] });
    refused(confirmBookingInput, { bookingId: "b", orderId: NUL, paymentId: "p", signature: "s" });
    refused(createBookingInput, { eventId: "e", seatIds: ["a"], idempotencyKey: `12345678${NUL}` });
  });

  it("in words", () => {
    for (const key of ["city", "search"]) refused(listEventsInput, { [key]: NUL });
    refused(listVenuesInput, { city: NUL });
    refused(attendeesInput, { eventId: "e", search: NUL });
    refused(auditLogInput, { action: NUL });
    refused(validateCouponInput, { eventId: "e", code: `A${NUL}` });
    refused(upsertReviewInput, { eventId: "e", rating: 5, comment: NUL });
    refused(createEventInput, { ...event, title: `A${NUL}` });
    refused(createEventInput, { ...event, title: "Two\nlines" });
    refused(createEventInput, { ...event, description: `A${NUL}` });
    refused(importPlanInput, { venueId: "v", plan: { name: NUL } });
    taken(createEventInput, event);
    taken(upsertReviewInput, { eventId: "e", rating: 5, comment: "Lines\r\n\tand tabs" });
    taken(importPlanInput, { venueId: "v", plan: { name: "A hall" } });
  });

  it("in numbers beyond their columns", () => {
    for (const key of ["minPricePaise", "maxPricePaise", "minAllInPaise", "maxAllInPaise"]) {
      refused(listEventsInput, { [key]: 2 ** 40 });
      taken(listEventsInput, { [key]: 2 ** 31 - 1 });
    }
    refused(holdBestInput, { eventId: "e", count: 1, maxPricePaise: 2 ** 31 });
  });

  it("in days that no calendar has", () => {
    for (const bad of [new Date(-8.64e15), new Date(8.64e15), new Date(NaN), "0001-01-01T00:00:00Z"]) refused(instant, bad);
    refused(createCouponInput, { ...coupon, validFrom: new Date(-8.64e15) });
    taken(createCouponInput, coupon);
    taken(instant, "2027-01-01T10:00:00+05:30");
  });

  it("in pictures that are not ours", () => {
    for (const imageUrl of ["https://evil.example/x.png", "/\\evil.example/x.png", "//evil.example", "/posters/x/banner.png"])
      refused(createEventInput, { ...event, imageUrl });
    taken(createEventInput, { ...event, imageUrl: "/api/uploads/V1StGXR8_Z5jdHi6B-my.webp" });
  });
});
