import { describe, expect, it } from "vitest";
import { packSeats } from "~/domain/seating/seat-packing";
import type { SeatStatus } from "~/domain/seating/seat-state";
import { readAvailability } from "./availability";
import { testLayout } from "./map/test-layouts";
import { orphanWords } from "./orphan-words";
import { indexLayout } from "./seat-index";

const layout = testLayout([{ rowCount: 2, seatsPerRow: 6 }]);
const index = indexLayout(layout);
const ids = layout.sections[0]!.rows.flatMap((row) => row.seats.map((seat) => seat.id));

/** "....x. ......" row by row: x is sold. */
function availability(marks: string) {
  const taken = [...marks.replace(" ", "")].flatMap((mark, ordinal) =>
    mark === "x" ? [{ ordinal, status: "BOOKED" as SeatStatus }] : [],
  );
  const packed = Buffer.from(packSeats(12, taken)).toString("base64");
  return readAvailability({ etag: "e", planHash: "p", packed });
}
const words = (marks: string, mine: number[]) =>
  orphanWords(index, availability(marks), mine.map((ordinal) => ids[ordinal]!));

describe("a word about seats that a choice leaves alone", () => {
  it("names the seat at the end of a row", () => {
    expect(words("...... ......", [1])).toBe("A1 would be left alone.");
  });
  it("names both sides", () => {
    expect(words("...x.. ......", [1])).toBe("A1 and A3 would be left alone.");
  });
  it("is silent where neighbours keep a neighbour", () => {
    expect(words("...... ......", [0, 1])).toBe("");
    expect(words("...... ......", [2, 3])).toBe("");
  });
  it("counts one's own held seats as one's own, not as free and not as others'", () => {
    expect(words("...... ......", [1, 0])).toBe("");
  });
  it("does not blame a choice for a seat that stood alone before", () => {
    expect(words("x.x... ......", [3, 4])).toBe("A6 would be left alone.");
  });
  it("is silent where every choice of that size leaves somebody alone", () => {
    expect(words("...xxx xxxxxx", [0, 1])).toBe("");
  });
  it("is silent about nothing, and about seats that are not on the plan", () => {
    expect(words("...... ......", [])).toBe("");
    expect(orphanWords(index, availability(""), ["?"])).toBe("");
  });
});
