import { describe, expect, it } from "vitest";
import { dayAfter, dayEnd, dayKey, dayStart, instantOf, localTime, weekendFrom } from "./calendar";

const kolkata = "Asia/Kolkata";

describe("calendar days of a zone", () => {
  it("begin and end by the zone's clock", () => {
    expect(dayStart("2026-12-12", kolkata)?.toISOString()).toBe("2026-12-11T18:30:00.000Z");
    expect(dayEnd("2026-12-12", kolkata)?.toISOString()).toBe("2026-12-12T18:29:59.999Z");
    expect(dayKey(new Date("2026-12-11T18:30:00Z"), kolkata)).toBe("2026-12-12");
  });

  it("last 23 hours when the clocks go forward", () => {
    const start = dayStart("2026-03-29", "Europe/London")!;
    const end = dayEnd("2026-03-29", "Europe/London")!;
    expect(end.getTime() - start.getTime()).toBe(23 * 3_600_000 - 1);
  });

  it("are counted across the turn of a month and of the clocks", () => {
    expect(dayAfter(new Date("2026-11-29T20:00:00Z"), 29, kolkata)).toBe("2026-12-29");
    expect(dayAfter(new Date("2026-03-28T23:30:00Z"), 1, "Europe/London")).toBe("2026-03-29");
    expect(dayKey(new Date("1969-12-31T18:29:59.999Z"), kolkata)).toBe("1969-12-31");
  });

  it("are refused where the calendar has none", () => {
    expect(dayStart("2026-02-30", kolkata)).toBeNull();
    expect(dayStart("tomorrow", kolkata)).toBeNull();
    expect(dayEnd("2026-13-01", kolkata)).toBeNull();
  });
});

describe("the coming weekend", () => {
  it("is Friday to Sunday", () => {
    expect(weekendFrom(new Date("2026-11-24T10:00:00Z"), kolkata)).toEqual({
      from: "2026-11-27",
      to: "2026-11-29",
    });
    expect(weekendFrom(new Date("2026-11-27T10:00:00Z"), kolkata)).toEqual({
      from: "2026-11-27",
      to: "2026-11-29",
    });
  });

  it("is what is left of it once it has begun", () => {
    expect(weekendFrom(new Date("2026-11-28T10:00:00Z"), kolkata)).toEqual({
      from: "2026-11-28",
      to: "2026-11-29",
    });
    expect(weekendFrom(new Date("2026-11-22T10:00:00Z"), kolkata)).toEqual({
      from: "2026-11-22",
      to: "2026-11-22",
    });
  });

  it("goes by the zone's day, not the machine's", () => {
    expect(weekendFrom(new Date("2026-11-26T20:00:00Z"), kolkata)).toEqual({
      from: "2026-11-27",
      to: "2026-11-29",
    });
  });
});

describe("times as date inputs write them", () => {
  it("are the zone's own, and come back as they went", () => {
    const at = new Date("2026-12-12T14:00:00Z");
    expect(localTime(at, kolkata)).toBe("2026-12-12T19:30");
    expect(instantOf("2026-12-12T19:30", kolkata)).toEqual(at);
    expect(instantOf("2026-07-01T19:30", "Europe/London")?.toISOString()).toBe("2026-07-01T18:30:00.000Z");
    // A time that clocks go over twice is the first of them; one that they leave out is as much later.
    expect(instantOf("2026-10-25T01:30", "Europe/London")?.toISOString()).toBe("2026-10-25T00:30:00.000Z");
    expect(instantOf("2026-03-29T01:30", "Europe/London")?.toISOString()).toBe("2026-03-29T01:30:00.000Z");
    expect(localTime(new Date("2026-03-29T01:30:00Z"), "Europe/London")).toBe("2026-03-29T02:30");
    expect([localTime(null, kolkata), instantOf("", kolkata), instantOf("soon", kolkata)]).toEqual(["", null, null]);
  });
});
