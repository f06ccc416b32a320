import { z } from "zod";
import { id, lines, paging, prose } from "./common";

export const listReviewsInput = z.object({ eventId: id, ...paging });

export const upsertReviewInput = z.object({
  eventId: id,
  rating: z
    .int("Give one to five stars.")
    .min(1, "Give one to five stars.")
    .max(5, "Give one to five stars."),
  comment: lines(2_000, "A review may have 2,000 characters at most.").optional(),
});

export const removeReviewInput = z.object({ eventId: id });
export const takeDownReviewInput = z.object({ id, reason: prose("The reason", 300) });
export const replyToReviewInput = z.object({ id, reply: prose("The reply", 1_000) });
