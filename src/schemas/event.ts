import { z } from "zod";
import { eventSorts } from "~/domain/event-sorts";
import { eventCategories, eventStatuses } from "~/domain/event-state";
import { blockReasons } from "~/domain/seating/seat-blocking";
import { id, instant, line, lines, paging, paise, prose, text, upTo } from "./common";

const optionalText = (what: string, max: number) =>
  line(max, `${what} may have ${max} characters at most.`).nullable();
/** One of our uploads: a picture from elsewhere would tell its owner of each visitor. */
const picture = z
  .string()
  .regex(/^\/api\/uploads\/[\w-]{8,40}\.webp$/, "Upload the picture here: pictures from other places are not shown.")
  .nullable();
const bps = z.int().min(0).max(10_000, "A share may be 100 % at most.");

const eventFields = {
  title: text("The title", 150),
  description: prose("The description", 10_000),
  category: z.enum(eventCategories, { error: "Choose a category." }),
  venueId: id,
  startsAt: instant,
  endsAt: instant.nullable(),
  onSaleAt: instant.nullable(),
  /** Null: until the event starts. */
  offSaleAt: instant.nullable(),
  basePricePaise: paise("The price"),
  subtitle: optionalText("The subtitle", 200),
  artist: optionalText("The artist", 150),
  language: optionalText("The language", 60),
  ageRating: optionalText("The age rating", 20),
  imageUrl: picture,
  bannerUrl: picture,
  orphanRule: z.enum(["OFF", "WARN", "REFUSE"]),
  /** Null: buyers cannot cancel. */
  cancelUntilHours: z.int().min(0).max(8_760).nullable(),
  cancelRefundBps: bps,
  /** The organizer's own words in the confirmation. */
  confirmationNote: lines(1_000, "The words for the confirmation may have 1,000 characters at most.").nullable(),
};
const required = {
  title: true,
  description: true,
  category: true,
  venueId: true,
  startsAt: true,
  basePricePaise: true,
} as const;

export const updateEventInput = z.object(eventFields).partial().extend({ id });
/** From a form that was opened a while ago: `knownAt` is the event's `updatedAt` as the form knows it. */
export const updateKnownEventInput = updateEventInput.extend({ knownAt: instant.optional() });
export const createEventInput = z.object(eventFields).partial().required(required);

export const copyEventInput = z.object({ id, startsAt: instant });
export const eventIdOnlyInput = z.object({ id });
export const eventOfInput = z.object({ eventId: id });
export const cancelEventInput = z.object({ id, reason: lines(300).optional() });
export const seatIdsInput = z.object({
  eventId: id,
  seatIds: z
    .array(id.max(32))
    .min(1, "Choose at least one seat.")
    .max(5_000, "Choose 5,000 seats at most."),
});

export const blockSeatsInput = seatIdsInput.extend({ reason: z.enum(blockReasons).optional() });

/** `planId`: the plan whose difference was looked at. */
export const takePlanInput = eventOfInput.extend({ planId: id });

export const listEventsInput = z.object({
  category: z.enum(eventCategories).optional(),
  city: line(80).optional(),
  /** Starts at this instant or later. What has started already is shown to nobody but with `mine` or `status`. */
  dateFrom: instant.optional(),
  /** Starts at this instant or earlier. */
  dateTo: instant.optional(),
  /** Before tax, as `minPricePaise` and `maxPricePaise` of the items: some seat costs this or more. */
  minPricePaise: upTo().optional(),
  /** Before tax: some seat costs this or less. */
  maxPricePaise: upTo().optional(),
  /** The same in what buyers pay, tax included. */
  minAllInPaise: upTo().optional(),
  maxAllInPaise: upTo().optional(),
  /** Others than PUBLISHED are for their organizer and for admins. */
  status: z.enum(eventStatuses).optional(),
  search: line(100).optional(),
  venueId: id.optional(),
  featured: z.boolean().optional(),
  /** Whoever asks: their own events, of every status and date. */
  mine: z.boolean().optional(),
  /** Left out: by `match` where there is a search, else by `date`. */
  sort: z.enum(eventSorts).optional(),
  ...paging,
});

export type CreateEventInput = z.input<typeof createEventInput>;
export type UpdateEventInput = z.input<typeof updateEventInput>;
export type ListEventsInput = z.input<typeof listEventsInput>;
