import { describe, expect, it } from "vitest";
import { formatDay, formatDistance, formatSpan, formatTime, formatWhen } from "./dates";

const mumbai = { timeZone: "Asia/Kolkata", city: "Mumbai" };
const now = new Date("2026-11-22T09:00:00Z");

describe("dates as people say them", () => {
  it("gives the venue's day and time, not the machine's", () => {
    expect(formatWhen(new Date("2026-12-12T14:00:00Z"), mumbai, now)).toBe(
      "Sat 12 Dec, 7:30 pm, Mumbai time",
    );
    expect(formatWhen(new Date("2026-12-12T20:00:00Z"), { timeZone: "Asia/Kolkata" }, now)).toBe(
      "Sun 13 Dec, 1:30 am",
    );
  });

  it("leaves the minutes out on the hour and names another year", () => {
    expect(formatTime(new Date("2026-12-12T12:30:00Z"), mumbai)).toBe("6 pm");
    expect(formatTime(new Date("2026-12-12T18:30:00Z"), mumbai)).toBe("12 am");
    expect(formatDay(new Date("2027-01-02T12:30:00Z"), mumbai, now)).toBe("Sat 2 Jan 2027");
    expect(formatDay(new Date("2026-12-31T19:00:00Z"), mumbai, now)).toBe("Fri 1 Jan 2027");
  });
});

it("keeps a late end with its evening and names the last day of a long one", () => {
  const there = { timeZone: "Asia/Kolkata" };
  const start = new Date("2026-12-12T15:30:00Z");
  expect(formatSpan(start, new Date("2026-12-12T19:30:00Z"), there, now)).toBe("Sat 12 Dec, 9 pm to 1 am");
  expect(formatSpan(start, new Date("2026-12-13T12:30:00Z"), mumbai, now)).toBe(
    "Sat 12 Dec, 9 pm to Sun 13 Dec, 6 pm, Mumbai time",
  );
  expect(formatSpan(start, null, there, now)).toBe("Sat 12 Dec, 9 pm");
});

it("says how far away something is", () => {
  expect(formatDistance(new Date("2026-11-25T09:00:00Z"), now)).toBe("in 3 days");
  expect(formatDistance(new Date("2026-11-22T08:30:00Z"), now)).toBe("30 minutes ago");
});
