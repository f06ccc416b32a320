import { z } from "zod";
import { id, paging, text } from "./common";

export const listReviewsInput = z.object({ eventId: id, ...paging });

export const upsertReviewInput = z.object({
  eventId: id,
  rating: z
    .int("Give one to five stars.")
    .min(1, "Give one to five stars.")
    .max(5, "Give one to five stars."),
  comment: z.string().trim().max(2_000, "A review may have 2,000 characters at most.").optional(),
});

export const removeReviewInput = z.object({ eventId: id });
export const takeDownReviewInput = z.object({ id, reason: text("The reason", 300) });
export const replyToReviewInput = z.object({ id, reply: text("The reply", 1_000) });
