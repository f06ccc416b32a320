import { describe, expect, it } from "vitest";
import { daysOf } from "./days-of";

const at = (text: string) => new Date(text);

describe("daysOf", () => {
  it("parts a range at midnight of the zone, the first and the last day cut", () => {
    const range = { from: at("2026-12-31T12:00:00Z"), to: at("2027-01-01T20:00:00Z") };
    expect(daysOf(range, "Asia/Kolkata")).toEqual([
      { day: "2026-12-31", from: range.from, to: at("2026-12-31T18:30:00Z") },
      { day: "2027-01-01", from: at("2026-12-31T18:30:00Z"), to: at("2027-01-01T18:30:00Z") },
      { day: "2027-01-02", from: at("2027-01-01T18:30:00Z"), to: range.to },
    ]);
  });

  it("knows days of 23 and of 25 hours", () => {
    const hours = (from: string, to: string) =>
      daysOf({ from: at(from), to: at(to) }, "Europe/Berlin").map(
        (day) => (day.to.getTime() - day.from.getTime()) / 3_600_000,
      );
    expect(hours("2026-03-28T23:00:00Z", "2026-03-30T22:00:00Z")).toEqual([23, 24]);
    expect(hours("2026-10-24T22:00:00Z", "2026-10-26T23:00:00Z")).toEqual([25, 24]);
  });

  it("is nothing of nothing", () => {
    expect(daysOf({ from: at("2026-12-31T12:00:00Z"), to: at("2026-12-31T12:00:00Z") }, "UTC")).toEqual([]);
  });
});
