import { expect, it } from "vitest";
import { bookingNumberOf, mayBeOfBookingNumber } from "./booking-number";

it.each(["AIS-KTQWYQYD", "ais-ktqwyqyd", "KTQWYQYD", "ais-34", "AIS-", "ktq", "4679"])("%s may be looked for among the numbers", (word) => {
  expect(mayBeOfBookingNumber(word)).toBe(true);
});

it.each(["asha", "ravi@aisle.test", "1080", "AIS-B", "o'neill"])("%s can be in none", (word) => {
  expect(mayBeOfBookingNumber(word)).toBe(false);
});

it("is a word of its own", () => expect(bookingNumberOf("KTQWYQYD")).toBe("AIS-KTQWYQYD"));
