import { describe, expect, it } from "vitest";
import { packSeats } from "~/domain/seating/seat-packing";
import type { SeatStatus } from "~/domain/seating/seat-state";
import { readAvailability } from "./availability";
import { lostSentence } from "./free-neighbours";
import { indexLayout } from "./seat-index";

const seats = Array.from({ length: 8 }, (_, i) => ({ id: `s${i}`, ordinal: i, label: `${i + 1}`, x: i * 10, y: 0, flags: 0 }));
const index = indexLayout({
  planHash: "p",
  size: { width: 80, height: 20 },
  decorations: [],
  sections: [
    {
      id: "stalls",
      name: "Stalls",
      pricePaise: 100,
      rows: [
        { label: "C", seats: seats.slice(0, 6) },
        { label: "D", seats: seats.slice(6) },
      ],
    },
  ],
});

/** "....x." in ordinal order: x is taken. */
function availability(marks: string) {
  const taken = [...marks].flatMap((mark, ordinal) => (mark === "x" ? [{ ordinal, status: "BOOKED" as SeatStatus }] : []));
  const packed = Buffer.from(packSeats(8, taken)).toString("base64");
  return readAvailability({ etag: "e", planHash: "p", packed });
}

it("does not blame somebody else for a seat that is kept from sale", () => {
  const packed = Buffer.from(packSeats(8, [{ ordinal: 2, status: "BLOCKED" }, { ordinal: 3, status: "BOOKED" }])).toString("base64");
  const seen = readAvailability({ etag: "e", planHash: "p", packed });
  expect(lostSentence(index, seen, ["s2"], [])).toBe("C3 is not for sale. C1 and C2 are free.");
  expect(lostSentence(index, seen, ["s2", "s3"], [])).toMatch(/^Someone was quicker with C4\. C3 is not for sale\. /);
});

describe("what a buyer hears of a seat that is gone", () => {
  it.each([
    ["..x.....", ["s2"], [], "Someone was quicker with C3. C2 and C4 are free."],
    ["x.x.....", ["s0"], [], "Someone was quicker with C1. C2 and C4 are free."],
    ["xxxx.x..", ["s3"], [], "Someone was quicker with C4. C5 is free."],
    ["xxxx.x..", ["s3"], ["s4"], "Someone was quicker with C4. Nothing is free beside it, but Stalls has 3 more seats."],
    ["xxxxxxxx", ["s3"], [], "Someone was quicker with C4. Stalls is sold out; other sections may have seats."],
    [".xx.....", ["s2", "s1"], [], "Someone was quicker with C2 and C3. C1 and C4 are free."],
  ])("%s, lost %j, mine %j", (marks, lost, mine, sentence) => {
    expect(lostSentence(index, availability(marks), lost, mine)).toBe(sentence);
  });

  it("is still a sentence where the seat is not on the plan", () => {
    expect(lostSentence(index, availability(""), ["?"], [])).toMatch(/that seat/);
  });
});
