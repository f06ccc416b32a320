import { z } from "zod";
import { text } from "./common";

const whole = (sentence: string, min: number, max: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,4}$/, sentence)
    .refine((typed) => Number(typed) >= min && Number(typed) <= max, sentence);
const place = z
  .string()
  .trim()
  .regex(/^(-?\d{1,5}(\.\d)?)?$/, "Give a number, or leave it empty.");

/** A section as an organizer types it. Empty places: it is put behind those before it. */
export const sectionFormSchema = z.object({
  /** Empty: not saved yet. */
  sectionId: z.string(),
  name: text("The section's name", 120),
  rowCount: whole("Give 1 to 500 rows.", 1, 500),
  seatsPerRow: whole("Give 1 to 1000 seats.", 1, 1_000),
  priceMultiplier: z
    .string()
    .trim()
    .regex(/^\d{1,3}(\.\d{1,4})?$/, "Give a number such as 1 or 1.5.")
    .refine((typed) => Number(typed) <= 100, "A price multiplier may be 100 at most."),
  shape: z.enum(["straight", "curved"]),
  rowLabels: z.enum(["A", "1"]),
  x: place,
  y: place,
  rotation: place,
});

/** A venue as an organizer types it. */
export const venueFormSchema = z
  .object({
    name: text("The venue's name", 120),
    address: text("The address", 300),
    city: text("The city", 80),
    /** GST code of the place of supply. */
    stateCode: z.string().min(1, "Choose the state: invoices need it."),
    timeZone: z.string().min(1, "Choose a time zone."),
    amenities: z.string().max(1_000, "That is too much."),
    sections: z.array(sectionFormSchema).max(400, "A venue may have 400 sections at most."),
  })
  .superRefine(({ sections }, context) => {
    sections.forEach(({ name, x, y }, index) => {
      const path = (field: string) => ["sections", index, field];
      if (sections.findIndex((other) => other.name === name) < index)
        context.addIssue({ code: "custom", path: path("name"), message: "Another section has this name." });
      if ((x === "") !== (y === ""))
        context.addIssue({ code: "custom", path: path("x"), message: "Give both places, or neither." });
    });
  });

export type VenueForm = z.infer<typeof venueFormSchema>;
export type SectionForm = z.infer<typeof sectionFormSchema>;
