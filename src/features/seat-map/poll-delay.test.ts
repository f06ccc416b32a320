import { describe, expect, it } from "vitest";
import { pollDelayMs, spreadOf } from "./poll-delay";

const nowMs = Date.UTC(2026, 0, 1);
const until = new Date(nowMs + 60_000);
const facts = { until, nowMs, hidden: false, random: 0.5 };

describe("when a page asks for the seats again", () => {
  it("is about every two seconds, spread by 400 ms either way", () => {
    expect(pollDelayMs(facts)).toBe(2_000);
    expect([pollDelayMs({ ...facts, random: 0 }), pollDelayMs({ ...facts, random: 1 })]).toEqual([1_600, 2_400]);
  });

  it("is ten times as seldom behind another tab", () => {
    expect(pollDelayMs({ ...facts, hidden: true })).toBe(20_000);
  });

  it("is never once the sale is over, or where there is none", () => {
    expect(pollDelayMs({ ...facts, nowMs: until.getTime() })).toBe(false);
    expect(pollDelayMs({ ...facts, until: null })).toBe(false);
  });

  it("is spread over turns and pages, and the same while a turn lasts", () => {
    const spread = Array.from({ length: 200 }, (_, turn) => spreadOf(turn, 0.3));
    expect(spreadOf(7, 0.3)).toBe(spread[7]);
    expect(spreadOf(7, 0.4)).not.toBe(spread[7]);
    expect(Math.min(...spread)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...spread)).toBeLessThan(1);
    for (const tenth of [0, 0.25, 0.5, 0.75]) {
      expect(spread.filter((x) => x >= tenth && x < tenth + 0.25).length).toBeGreaterThan(25);
    }
  });
});
