import { describe, expect, it } from "vitest";
import type { LayoutSection } from "./seat-index";
import { seatInDirection } from "./move-focus";

/** Row A has seats 1 to 3, an empty row B, row C stands in the middle with two. */
const section: LayoutSection = {
  id: "s",
  name: "Stalls",
  pricePaise: 0,
  rows: [
    { label: "A", seats: [0, 10, 20].map((x, i) => ({ id: `A${i + 1}`, ordinal: i, label: `${i + 1}`, x, y: 0, flags: 0 })) },
    { label: "B", seats: [] },
    { label: "C", seats: [8, 18].map((x, i) => ({ id: `C${i + 1}`, ordinal: i + 3, label: `${i + 1}`, x, y: 20, flags: 0 })) },
  ],
};

describe("moving among seats", () => {
  it.each([
    ["A1", "ArrowRight", "A2"],
    ["A3", "ArrowRight", "A3"],
    ["A1", "ArrowLeft", "A1"],
    ["A2", "ArrowDown", "C1"],
    ["A3", "ArrowDown", "C2"],
    ["C2", "ArrowUp", "A3"],
    ["C1", "ArrowDown", "C1"],
    ["A2", "Home", "A1"],
    ["C1", "End", "C2"],
  ])("from %s by %s to %s", (from, key, to) => {
    expect(seatInDirection(section, from, key)).toBe(to);
  });

  it("reaches the section's corners with Ctrl and leaves other keys alone", () => {
    expect(seatInDirection(section, "A2", "End", true)).toBe("C2");
    expect(seatInDirection(section, "C2", "Home", true)).toBe("A1");
    expect(seatInDirection(section, "A2", "Enter")).toBeNull();
    expect(seatInDirection(section, "gone", "ArrowLeft")).toBeNull();
  });
});
