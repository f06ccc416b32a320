import { expect, it } from "vitest";
import { policyWords } from "./policy-words";

const mumbai = { timeZone: "Asia/Kolkata", city: "Mumbai" };
const now = new Date("2026-11-22T09:00:00Z");
const until = "2026-12-11T14:00:00.000Z";

it("says how long one may cancel and what comes back", () => {
  expect(policyWords({ untilAt: until, refundBps: 10_000 }, mumbai, now)).toBe(
    "Cancel until Fri 11 Dec, 7:30 pm, Mumbai time, and get all of your money back. If the organizer cancels the event, you get everything back.",
  );
  expect(policyWords({ untilAt: until, refundBps: 7_550 }, mumbai, now)).toContain(
    "get 75.5% of your money back",
  );
  expect(policyWords({ untilAt: until, refundBps: 0 }, mumbai, now)).toContain("without a refund");
});

it("does not promise what is over or was never offered", () => {
  expect(policyWords({ untilAt: until, refundBps: 10_000 }, mumbai, new Date(until))).toContain(
    "The time to cancel ended on",
  );
  expect(policyWords({ untilAt: null, refundBps: 10_000 }, mumbai, now)).toMatch(
    /^Tickets cannot be cancelled/,
  );
});
