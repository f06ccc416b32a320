import { expect, it } from "vitest";
import { showingTimes } from "./showing-times";

const now = new Date("2026-12-01T00:00:00Z");
const rule = { from: "2026-12-04", until: "2026-12-13", weekdays: [0, 5, 6], times: ["21:00", "18:30"], timeZone: "Asia/Kolkata" };

it("plays at each of its times on each of its weekdays, first day and last among them", () => {
  const times = showingTimes(rule, now);
  expect(times).toHaveLength(12);
  expect(times[0]).toEqual(new Date("2026-12-04T13:00:00Z"));
  expect(times.at(-1)).toEqual(new Date("2026-12-13T15:30:00Z"));
});

it("keeps the clock's time where the clock is changed", () => {
  const spring = { from: "2027-03-27", until: "2027-03-29", weekdays: [0, 1, 2, 3, 4, 5, 6], times: ["20:00"], timeZone: "Europe/London" };
  expect(showingTimes(spring, now).map((at) => at.toISOString())).toEqual(["2027-03-27T20:00:00.000Z", "2027-03-28T19:00:00.000Z", "2027-03-29T19:00:00.000Z"]);
});

it("leaves out what is past, what is no day or time, and what is twice", () => {
  expect(showingTimes(rule, new Date("2026-12-13T13:00:00Z"))).toEqual([new Date("2026-12-13T15:30:00Z")]);
  expect(showingTimes({ ...rule, from: "2026-13-40" }, now)).toEqual([]);
  expect(showingTimes({ ...rule, times: ["18:30", "18:30", "soon"] }, now)).toHaveLength(6);
  expect(showingTimes({ ...rule, until: "2026-12-03" }, now)).toEqual([]);
});

it("stops one after what a run may have", () => {
  expect(showingTimes({ ...rule, until: "2036-12-13" }, now)).toHaveLength(401);
});
