import { z } from "zod";
import { placesOfSupply } from "~/domain/gst";
import { id, instant, line, paging, prose, text } from "./common";

const length = z.number().min(-20_000).max(20_000);
const extent = z.number().min(0).max(20_000);
const turn = z.number().min(-360).max(360);
const names = z.array(line(81)).max(2_000);
const rowCount = z
  .int()
  .min(1, "A section has at least one row.")
  .max(500, "A section may have 500 rows at most.");
const seatsPerRow = z
  .int()
  .min(1, "A row has at least one seat.")
  .max(1_000, "A row may have 1,000 seats at most.");
const priceMultiplier = z
  .number()
  .min(0, "A price multiplier cannot be below zero.")
  .max(100, "A price multiplier may be 100 at most.");

/** domain/seating/plan/seating-plan's SectionLayout. */
export const sectionLayoutInput = z.object({
  shape: z.enum(["straight", "curved"]).optional(),
  x: length.optional(),
  y: length.optional(),
  rotation: turn.optional(),
  radius: extent.optional(),
  rowLabels: z.enum(["A", "1"]).optional(),
  firstRow: z.int().min(1).max(999).optional(),
  seatOrder: z.enum(["left-to-right", "right-to-left"]).optional(),
  aisles: z.array(z.int().min(1).max(1_000)).max(50).optional(),
  rowSpacing: z.number().min(5).max(200).optional(),
  growth: z.number().min(-50).max(50).optional(),
  missing: names.optional(),
  accessible: names.optional(),
  companion: names.optional(),
  restrictedView: names.optional(),
  standing: z.boolean().optional(),
});

/** domain/seating/plan/seating-plan's Decoration. */
export const decorationInput = z.discriminatedUnion("kind", [
  z.object({
    kind: z.enum(["stage", "screen", "pitch", "ring"]),
    x: length,
    y: length,
    width: extent,
    height: extent,
    rotation: turn.optional(),
    label: line(60).optional(),
  }),
  z.object({
    kind: z.literal("area"),
    x: length,
    y: length,
    width: extent,
    height: extent,
    rotation: turn.optional(),
    label: line(60).optional(),
    round: z.boolean().optional(),
    outline: z.array(z.object({ x: length, y: length })).max(200).optional(),
    colour: z.string().regex(/^#[\da-f]{3}([\da-f]{3})?$/i, "A colour such as #c2410c.").optional(),
  }),
  z.object({
    kind: z.literal("text"),
    x: length,
    y: length,
    size: z.number().min(1).max(200),
    text: line(60),
  }),
]);

const venueFields = {
  name: text("The venue's name", 120),
  address: prose("The address", 300),
  city: text("The city", 80),
  timeZone: z.string().refine(isTimeZone, "This is not a time zone such as Asia/Kolkata."),
  amenities: z.array(text("An amenity", 60)).max(30, "A venue may list 30 amenities at most."),
  stateCode: z
    .string()
    .regex(/^\d{2}$/, "The GST state code has two digits, such as 27.")
    .refine((code) => code in placesOfSupply, "There is no such GST state code. Maharashtra's is 27, and 96 is abroad.")
    .nullable(),
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
  decorations: z.array(decorationInput).max(1_000, "A plan may have 1,000 drawn things at most."),
};

const sectionFields = {
  name: text("The section's name", 120),
  rowCount,
  seatsPerRow,
  /** Times the event's base price: 1.5 is half as much again. */
  priceMultiplier,
  layout: sectionLayoutInput,
};

export const sectionInput = z.object({
  ...sectionFields,
  priceMultiplier: priceMultiplier.default(1),
  layout: sectionLayoutInput.default({}),
});

export const createVenueInput = z.object({
  ...venueFields,
  timeZone: venueFields.timeZone.default("Asia/Kolkata"),
  amenities: venueFields.amenities.default([]),
  stateCode: venueFields.stateCode.default(null),
  latitude: venueFields.latitude.default(null),
  longitude: venueFields.longitude.default(null),
  decorations: venueFields.decorations.default([]),
  sections: z.array(sectionInput).max(400, "A venue may have 400 sections at most.").default([]),
});

export const updateVenueInput = z.object(venueFields).partial().extend({
  id,
  /** All of the venue's sections, front to back; those with an id are kept, the others are new, the rest go. */
  sections: z
    .array(z.object({ ...sectionFields, id: id.optional() }))
    .max(400, "A venue may have 400 sections at most.")
    .optional(),
});
/** From a form that was opened a while ago: `knownAt` is the venue's `updatedAt` as the form knows it. */
export const updateKnownVenueInput = updateVenueInput.extend({ knownAt: instant.optional() });
export const archiveVenueInput = z.object({ id, archived: z.boolean() });
export const addSectionInput = sectionInput.extend({ venueId: id });
export const updateSectionInput = z.object(sectionFields).partial().extend({ id });
export const sectionIdInput = z.object({ id });

export const listVenuesInput = z.object({
  search: line(100).optional(),
  city: line(80).optional(),
  /** Only those that whoever asks may edit. */
  mine: z.boolean().optional(),
  /** Only those at which whoever asks may hold events: their own and the shared ones. */
  usable: z.boolean().optional(),
  /** Those laid aside, of the ones that whoever asks may edit. */
  archived: z.boolean().optional(),
  ...paging,
});
export const venueIdInput = z.object({ id });

/** The plan itself is read by domain/seating/plan/read-plan, which names what is wrong with it. */
export const importPlanInput = z.object({
  venueId: id,
  /** pretix's JSON, or a file's text: JSON, one line a seat, or in words. */
  plan: z
    .unknown()
    .refine((plan) => typeof plan === "string" || keepable(plan), "The plan holds a character that cannot be typed."),
  choices: z
    .object({ sameName: z.enum(["rename", "drop"]).optional(), overlap: z.enum(["spread", "keep"]).optional() })
    .default({}),
});
export const exportPlanInput = z.object({ venueId: id });

export type CreateVenueInput = z.input<typeof createVenueInput>;
export type UpdateVenueInput = z.input<typeof updateVenueInput>;
export type AddSectionInput = z.input<typeof addSectionInput>;
export type UpdateSectionInput = z.input<typeof updateSectionInput>;
export type ListVenuesInput = z.input<typeof listVenuesInput>;

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}

/** Without U+0000, which no column keeps, in whatever a file brings. */
function keepable(plan: unknown): boolean {
  return !JSON.stringify(plan ?? null).includes("\\u0000");
}
