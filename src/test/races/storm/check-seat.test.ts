import { describe, expect, it } from "vitest";
import { checkSeat } from "./check-seat";
import type { Call } from "./history";

let id = 0;
const call = (buyer: string, wanted: Call["wanted"], invokedAt: number, endedAt: number, more: Partial<Call> = {}): Call => ({
  id: id++, buyer, wanted, seats: ["s"], invokedAt, endedAt, outcome: "done", until: invokedAt + 1_000, ...more,
});
const legal = (...calls: Call[]) => checkSeat("s", calls) === null;

describe("the checker finds an order where there is one", () => {
  it.each([
    ["held, booked, paid", [call("a", "hold", 0, 10), call("a", "book", 20, 30), call("a", "confirm", 40, 50)]],
    ["held by the next after release", [call("a", "hold", 0, 10), call("a", "release", 20, 30), call("b", "hold", 40, 50)]],
    ["overlapping release and hold", [call("a", "hold", 0, 10), call("b", "hold", 15, 60), call("a", "release", 20, 50)]],
    ["held by the next after its end", [call("a", "hold", 0, 10, { until: 100 }), call("b", "hold", 101, 110)]],
    ["a lost answer that did happen", [call("a", "hold", 0, Infinity, { outcome: "unknown", until: undefined }), call("a", "book", 20, 30)]],
    ["a lost answer that did not", [call("a", "hold", 0, Infinity, { outcome: "unknown" }), call("b", "hold", 20, 30)]],
    ["a failed call between", [call("a", "hold", 0, 10), call("b", "hold", 12, 20, { outcome: "failed" })]],
    ["sold, cancelled, sold again", [call("a", "confirm", 0, 10), call("a", "cancel", 20, 30), call("b", "hold", 40, 50), call("b", "confirm", 60, 70)]],
    ["late money for a seat that nobody took", [call("a", "hold", 0, 10, { until: 100 }), call("a", "book", 20, 30, { until: 100 }), call("a", "confirm", 500, 510)]],
    ["a lost booking whose end was nearer than the hold's", [call("a", "hold", 0, 10, { until: 2_000 }), call("a", "book", 20, Infinity, { outcome: "unknown", until: undefined }), call("b", "hold", 1_500, 1_510)]],
    ["a booked seat that is not extended with the hold", [call("a", "hold", 0, 10), call("a", "book", 20, 30, { until: 1_000 }), call("a", "extend", 500, 510, { until: 1_500 }), call("b", "hold", 1_100, 1_110)]],
    ["a booked seat held again with the hold's end", [call("a", "hold", 0, 10), call("a", "book", 20, 30, { until: 900 }), call("a", "hold", 500, 510, { until: 1_400 }), call("b", "hold", 1_000, 1_010)]],
    ["an extension whose answer was lost, and the end said again", [call("a", "hold", 0, 10), call("a", "extend", 500, Infinity, { outcome: "unknown", until: undefined }), call("a", "hold", 600, 610, { until: 1_500 }), call("a", "extend", 1_400, 1_410, { until: 2_400 }), call("b", "hold", 2_450, 2_460)]],
  ])("%s", (_, calls) => expect(legal(...calls)).toBe(true));
});

describe("the checker finds none where there is none", () => {
  it.each([
    ["two holders at once", [call("a", "hold", 0, 10), call("b", "hold", 20, 30)]],
    ["sold twice", [call("a", "confirm", 0, 10), call("b", "confirm", 20, 30)]],
    ["held after it was sold", [call("a", "confirm", 0, 10), call("b", "hold", 20, 30)]],
    ["booked by who does not hold it", [call("a", "hold", 0, 10), call("b", "book", 20, 30)]],
    ["booked after its end", [call("a", "hold", 0, 10, { until: 100 }), call("a", "book", 200, 210)]],
    ["extended after its end", [call("a", "hold", 0, 10, { until: 100 }), call("a", "extend", 200, 210)]],
    ["held again, and longer for it", [call("a", "hold", 0, 10, { until: 500 }), call("a", "hold", 100, 110, { until: 1_100 }), call("a", "extend", 600, 610)]],
    ["taken before the end that an extension gave", [call("a", "hold", 0, 10, { until: 500 }), call("a", "extend", 100, 110, { until: 1_100 }), call("b", "hold", 600, 610)]],
    ["taken before its end though a later extension was lost", [call("a", "hold", 0, 10, { until: 500 }), call("a", "extend", 100, Infinity, { outcome: "unknown", until: undefined }), call("b", "hold", 300, 310)]],
    ["taken before its end", [call("a", "hold", 0, 10, { until: 500 }), call("b", "hold", 100, 110)]],
    ["late money for a seat that is another's", [call("a", "hold", 0, 10, { until: 100 }), call("b", "hold", 200, 210), call("a", "confirm", 300, 310)]],
    ["sold by a lost call, then held", [call("a", "hold", 0, 10), call("a", "confirm", 20, 30), call("a", "release", 40, 50), call("b", "hold", 60, 70)]],
  ])("%s", (_, calls) => expect(legal(...calls)).toBe(false));
});
