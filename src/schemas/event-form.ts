import { z } from "zod";
import { eventCategories } from "~/domain/event-state";
import { text } from "./common";

const words = (what: string, max: number) =>
  z.string().trim().max(max, `${what} may have ${max} characters at most.`);
const local = z.string().regex(/^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?)?$/, "Give a date and a time.");
const whole = (sentence: string, min: number, max: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,4}$/, sentence)
    .refine((typed) => Number(typed) >= min && Number(typed) <= max, sentence);

/** A price as one types it. */
export const priceInRupees = z
  .string()
  .trim()
  .regex(/^\d{1,7}(\.\d{1,2})?$/, "Give a price in rupees, such as 499 or 499.50.")
  .refine((rupees) => Number(rupees) <= 1_000_000, "The price may be ₹10,00,000 at most.");

/** What an organizer types for an event: times are the venue's, as date inputs write them; the price is in rupees. */
export const eventFormSchema = z
  .object({
    title: text("The title", 150),
    subtitle: words("The subtitle", 200),
    description: text("The description", 10_000),
    category: z.enum(eventCategories, { error: "Choose a category." }),
    artist: words("The artist", 150),
    language: words("The language", 60),
    ageRating: words("The age rating", 20),
    venueId: z.string().min(1, "Choose a venue."),
    startsAt: local.min(1, "Say when it starts."),
    endsAt: local,
    onSaleAt: local,
    offSaleAt: local,
    basePricePaise: priceInRupees,
    imageUrl: z.string().nullable(),
    bannerUrl: z.string().nullable(),
    confirmationNote: words("What the confirmation says", 1_000),
    orphanRule: z.enum(["OFF", "WARN", "REFUSE"]),
    mayCancel: z.enum(["yes", "no"]),
    cancelUntilHours: whole("Give whole hours, 0 to 8760.", 0, 8_760),
    cancelRefundBps: whole("Give a whole percentage, 0 to 100.", 0, 100),
  })
  // All times are of one zone, so that their texts compare as they do.
  .refine(({ startsAt, endsAt }) => !endsAt || endsAt > startsAt, {
    path: ["endsAt"],
    error: "It must end after it starts.",
  })
  .refine(({ startsAt, onSaleAt }) => !onSaleAt || onSaleAt < startsAt, {
    path: ["onSaleAt"],
    error: "Sales must begin before the event does.",
  })
  .refine(({ onSaleAt, offSaleAt }) => !onSaleAt || !offSaleAt || offSaleAt > onSaleAt, {
    path: ["offSaleAt"],
    error: "Sales must end after they begin.",
  });

export type EventForm = z.infer<typeof eventFormSchema>;
