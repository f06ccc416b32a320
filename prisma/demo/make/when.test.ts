import { TZDate } from "@date-fns/tz";
import { describe, expect, it } from "vitest";
import type { Weekday } from "../types";
import { DAY_MS, HOUR_MS, instantOf, localTime } from "./when";

const ZONE = "Asia/Kolkata";
const weekdays: Weekday[] = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
/** Every third hour of a week, in which a month and a year end. */
const moments = Array.from(
  { length: 56 },
  (_, index) => new Date(Date.UTC(2026, 11, 28) + index * 3 * HOUR_MS),
);

describe("dates of the demo", () => {
  it.each(weekdays)("name the next %s that is still to come, and the last that is over", (day) => {
    for (const now of moments) {
      const next = instantOf({ day, weeks: 0, at: "19:30" }, now, ZONE);
      const last = instantOf({ day, weeks: -1, at: "19:30" }, now, ZONE);
      for (const at of [next, last]) {
        const local = new TZDate(at, ZONE);
        expect([weekdays[local.getDay()], local.getHours(), local.getMinutes()]).toEqual([day, 19, 30]);
      }
      const ahead = next.getTime() - now.getTime();
      expect(ahead).toBeGreaterThanOrEqual(6 * HOUR_MS);
      expect(ahead).toBeLessThan(7 * DAY_MS + 6 * HOUR_MS);
      const ago = now.getTime() - last.getTime();
      expect(ago).toBeGreaterThanOrEqual(DAY_MS);
      expect(ago).toBeLessThan(8 * DAY_MS);
      expect(instantOf({ day, weeks: 2, at: "19:30" }, now, ZONE).getTime()).toBe(
        next.getTime() + 14 * DAY_MS,
      );
      expect(instantOf({ day, weeks: -3, at: "19:30" }, now, ZONE).getTime()).toBe(
        last.getTime() - 14 * DAY_MS,
      );
    }
  });

  it("are days of the place, not of the server", () => {
    // Half past one in the morning of the 2nd in India, still the 1st in UTC.
    const now = new Date("2027-03-01T20:00:00Z");
    expect(localTime(now, 1, "11:00", ZONE).toISOString()).toBe("2027-03-03T05:30:00.000Z");
  });
});
