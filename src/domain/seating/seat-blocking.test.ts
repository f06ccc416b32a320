import { expect, it } from "vitest";
import { asOrganizerSees } from "./seat-blocking";
import { packSeats, unpackSeat } from "./seat-packing";

it("shows blocked seats where buyers see held ones, and what is taken as sold", () => {
  const bytes = packSeats(6, [
    { ordinal: 1, status: "HELD" },
    { ordinal: 2, status: "BOOKED" },
    { ordinal: 3, status: "BLOCKED" },
    { ordinal: 5, status: "BLOCKED" },
  ]);
  const seen = asOrganizerSees(bytes);
  expect([0, 1, 2, 3, 4, 5].map((seat) => unpackSeat(seen, seat))).toEqual([
    "AVAILABLE",
    "BOOKED",
    "BOOKED",
    "HELD",
    "AVAILABLE",
    "HELD",
  ]);
});
