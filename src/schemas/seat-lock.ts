import { z } from "zod";
import { id, upTo } from "./common";

export const eventIdInput = z.object({ eventId: id });

/** At most 50 ids are read at all; the limit of seats a buyer is the service's rule, with its own sentence. */
export const seatIds = z
  .array(id.max(24, "That is not a seat's id."))
  .min(1, "Choose at least one seat.")
  .max(50, "That is too many seats at once.");

/** `planHash`: the layout that the seats were chosen on; a stale one is refused. */
export const holdInput = z.object({ eventId: id, seatIds, planHash: z.string().max(64).optional() });
export const releaseInput = z.object({ eventId: id, seatIds: seatIds.optional() });

export const holdBestInput = z.object({
  eventId: id,
  count: z.number("How many seats?").int("How many seats?").min(1, "Choose at least one seat.").max(50, "That is too many seats at once."),
  sectionId: id.optional(),
  maxPricePaise: upTo().optional(),
  accessible: z.boolean().optional(),
  /** With `accessible`: one wheelchair place, and companions' seats beside it. */
  companion: z.boolean().optional(),
});
