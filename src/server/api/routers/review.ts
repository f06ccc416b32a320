import {
  listReviewsInput,
  removeReviewInput,
  replyToReviewInput,
  takeDownReviewInput,
  upsertReviewInput,
} from "~/schemas/review";
import {
  adminProcedure,
  createRouter,
  managerProcedure,
  signedInProcedure,
  teamVisitorProcedure,
} from "~/server/api/trpc";
import { listReviews } from "~/server/services/reviews/list-reviews";
import { replyToReview, takeDownReview } from "~/server/services/reviews/moderate-review";
import { removeReview, upsertReview } from "~/server/services/reviews/write-review";

export const reviewRouter = createRouter({
  list: teamVisitorProcedure.input(listReviewsInput).query(({ ctx, input }) => listReviews({ ...ctx, ...input })),
  upsert: signedInProcedure
    .input(upsertReviewInput)
    .mutation(({ ctx, input }) => upsertReview({ ...ctx, ...input })),
  remove: signedInProcedure
    .input(removeReviewInput)
    .mutation(({ ctx, input }) => removeReview({ ...ctx, ...input })),
  reply: managerProcedure
    .input(replyToReviewInput)
    .mutation(({ ctx, input }) => replyToReview({ ...ctx, ...input })),
  takeDown: adminProcedure
    .input(takeDownReviewInput)
    .mutation(({ ctx, input }) => takeDownReview({ ...ctx, ...input })),
});
