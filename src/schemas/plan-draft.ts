import { z } from "zod";
import { id, line } from "./common";
import { decorationInput } from "./venue";

const place = z.number().min(-100_000).max(100_000);
/** Empty while one draws: publishing asks for more. */
const label = z.string().max(60);

const seat = z.object({ label, x: place, y: place, flags: z.int().min(0).max(15) });
const row = z.object({ label, seats: z.array(seat).max(20_000) });
const section = z.object({
  id: line(40),
  name: z.string().max(120),
  priceMultiplierBps: z.int().min(0).max(1_000_000),
  rows: z.array(row).max(2_000),
});

/** domain/seating/editor/draft's PlanDraft. */
export const planDraftInput = z
  .object({
    sections: z.array(section).max(400, "A venue may have 400 sections at most."),
    decorations: z.array(decorationInput).max(1_000, "A plan may have 1,000 drawn things at most."),
  })
  .refine(
    ({ sections }) => sections.reduce((sum, { rows }) => sum + rows.reduce((n, { seats }) => n + seats.length, 0), 0) <= 120_000,
    "A venue may have 1,20,000 seats at most.",
  );

export const savePlanDraftInput = z.object({ venueId: id, revision: z.int().min(0), draft: planDraftInput });
export const publishPlanDraftInput = z.object({ venueId: id, revision: z.int().min(1) });
