import {
  cancelEventInput,
  createEventInput,
  eventIdOnlyInput,
  seatIdsInput,
  updateEventInput,
} from "~/schemas/event";
import { createRouter, organizerProcedure } from "~/server/api/trpc";
import { cancelEvent } from "~/server/services/events/cancel-event";
import { completeEvent } from "~/server/services/events/complete-event";
import { createEvent } from "~/server/services/events/create-event";
import { publishChecklist, publishEvent } from "~/server/services/events/publish-event";
import { updateEvent } from "~/server/services/events/update-event";
import { blockSeats, unblockSeats } from "~/server/services/seats/block-seats";

export const eventRouter = createRouter({
  create: organizerProcedure
    .input(createEventInput)
    .mutation(({ ctx, input }) => createEvent({ ...ctx, input })),
  update: organizerProcedure
    .input(updateEventInput)
    .mutation(({ ctx, input }) => updateEvent({ ...ctx, input })),
  publishChecklist: organizerProcedure
    .input(eventIdOnlyInput)
    .query(({ ctx, input }) => publishChecklist({ ...ctx, ...input })),
  publish: organizerProcedure
    .input(eventIdOnlyInput)
    .mutation(({ ctx, input }) => publishEvent({ ...ctx, ...input })),
  cancel: organizerProcedure
    .input(cancelEventInput)
    .mutation(({ ctx, input }) => cancelEvent({ ...ctx, ...input })),
  complete: organizerProcedure
    .input(eventIdOnlyInput)
    .mutation(({ ctx, input }) => completeEvent({ ...ctx, ...input })),
  blockSeats: organizerProcedure
    .input(seatIdsInput)
    .mutation(({ ctx, input }) => blockSeats({ ...ctx, ...input })),
  unblockSeats: organizerProcedure
    .input(seatIdsInput)
    .mutation(({ ctx, input }) => unblockSeats({ ...ctx, ...input })),
});
