import { eventIdInput, holdBestInput, holdInput, releaseInput } from "~/schemas/seat-lock";
import { createRouter, signedInProcedure } from "~/server/api/trpc";
import { extendHold } from "~/server/services/sale/seats/extend-hold";
import { holdBest } from "~/server/services/sale/seats/hold-best";
import { holdSeats } from "~/server/services/sale/seats/hold-seats";
import { holdStatus } from "~/server/services/sale/seats/hold-status";
import { releaseSeats } from "~/server/services/sale/bookings/release-seats";

export const seatLockRouter = createRouter({
  hold: signedInProcedure.input(holdInput).mutation(({ ctx, input }) => holdSeats({ ...ctx, ...input })),
  holdBest: signedInProcedure.input(holdBestInput).mutation(({ ctx, input }) => holdBest({ ...ctx, ...input })),
  release: signedInProcedure.input(releaseInput).mutation(({ ctx, input }) => releaseSeats({ ...ctx, ...input })),
  extend: signedInProcedure.input(eventIdInput).mutation(({ ctx, input }) => extendHold({ ...ctx, ...input })),
  status: signedInProcedure.input(eventIdInput).query(({ ctx, input }) => holdStatus({ ...ctx, ...input })),
});
