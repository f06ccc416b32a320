import { describe, expect, it } from "vitest";
import { eventFormSchema } from "~/schemas/event-form";
import { createEventInput } from "~/schemas/event";
import { newEvent, toEventInput } from "./event-values";

const typed = {
  ...newEvent,
  title: "Monsoon Raga",
  description: "An evening.",
  venueId: "v1",
  startsAt: "2026-12-12T19:30",
  basePricePaise: "499.50",
};
const wrong = (changes: object) => {
  const issues = eventFormSchema.safeParse({ ...typed, ...changes }).error?.issues ?? [];
  return [...new Set(issues.map((issue) => issue.path.join(".")))];
};

describe("the form of an event", () => {
  it("becomes what the API takes: times in the venue's zone, rupees as paise, percent as basis points", () => {
    const input = toEventInput({ ...typed, cancelRefundBps: "80" }, "Asia/Kolkata");
    expect(createEventInput.safeParse(input).success).toBe(true);
    expect(input).toMatchObject({
      startsAt: new Date("2026-12-12T14:00:00Z"),
      endsAt: null,
      basePricePaise: 49_950,
      cancelUntilHours: 24,
      cancelRefundBps: 8_000,
      subtitle: null,
    });
    expect(toEventInput({ ...typed, mayCancel: "no" }, "Asia/Kolkata").cancelUntilHours).toBeNull();
  });

  it("says beside the field what is wrong", () => {
    expect(wrong({})).toEqual([]);
    expect(wrong({ title: " " })).toEqual(["title"]);
    expect(wrong({ venueId: "" })).toEqual(["venueId"]);
    expect(wrong({ basePricePaise: "free" })).toEqual(["basePricePaise"]);
    expect(wrong({ basePricePaise: "1000000.01" })).toEqual(["basePricePaise"]);
    expect(wrong({ endsAt: "2026-12-12T19:00" })).toEqual(["endsAt"]);
    expect(wrong({ onSaleAt: "2026-12-13T00:00" })).toEqual(["onSaleAt"]);
    expect(wrong({ onSaleAt: "2026-12-02T10:00", offSaleAt: "2026-12-01T10:00" })).toEqual(["offSaleAt"]);
    expect(wrong({ cancelRefundBps: "101" })).toEqual(["cancelRefundBps"]);
  });
});
