import {
  blockSeatsInput,
  cancelEventInput,
  copyEventInput,
  createEventInput,
  eventIdOnlyInput,
  eventOfInput,
  listEventsInput,
  seatIdsInput,
  takePlanInput,
  updateKnownEventInput,
} from "~/schemas/event";
import { createRouter, organizerProcedure, publicProcedure, refundingProcedure, visitorProcedure } from "~/server/api/trpc";
import { cancelEvent } from "~/server/services/events/cancel-event";
import { completeEvent } from "~/server/services/events/complete-event";
import { copyEvent } from "~/server/services/events/copy-event";
import { createEvent } from "~/server/services/events/create-event";
import { eventFacets } from "~/server/services/events/event-facets";
import { getEvent } from "~/server/services/events/get-event";
import { listEvents } from "~/server/services/events/list-events";
import { posterFacts } from "~/server/services/events/poster-facts";
import { publicAddresses } from "~/server/services/events/public-addresses";
import { publishChecklist, publishEvent } from "~/server/services/events/publish-event";
import { updateEvent } from "~/server/services/events/update-event";
import { blockSeats, unblockSeats } from "~/server/services/seats/block-seats";
import { planNews } from "~/server/services/seats/plan-news";
import { seatAvailability } from "~/server/services/seats/seat-availability";
import { seatLayout } from "~/server/services/seats/seat-layout";
import { takePlan } from "~/server/services/seats/take-plan";

export const eventRouter = createRouter({
  list: visitorProcedure.input(listEventsInput).query(({ ctx, input }) => listEvents({ ...ctx, input })),
  facets: publicProcedure.query(({ ctx }) => eventFacets(ctx)),
  publicAddresses: publicProcedure.query(({ ctx }) => publicAddresses(ctx)),
  byId: visitorProcedure.input(eventIdOnlyInput).query(({ ctx, input }) => getEvent({ ...ctx, ...input })),
  posterFacts: visitorProcedure
    .input(eventIdOnlyInput)
    .query(({ ctx, input }) => posterFacts({ ...ctx, ...input })),
  seatLayout: visitorProcedure
    .input(eventOfInput)
    .query(({ ctx, input }) => seatLayout({ ...ctx, ...input })),
  seatAvailability: visitorProcedure
    .input(eventOfInput)
    .query(({ ctx, input }) => seatAvailability({ ...ctx, ...input })),
  create: organizerProcedure
    .input(createEventInput)
    .mutation(({ ctx, input }) => createEvent({ ...ctx, input })),
  copy: organizerProcedure.input(copyEventInput).mutation(({ ctx, input }) => copyEvent({ ...ctx, ...input })),
  update: organizerProcedure
    .input(updateKnownEventInput)
    .mutation(({ ctx, input: { knownAt, ...input } }) => updateEvent({ ...ctx, input, knownAt })),
  publishChecklist: organizerProcedure
    .input(eventIdOnlyInput)
    .query(({ ctx, input }) => publishChecklist({ ...ctx, ...input })),
  publish: organizerProcedure
    .input(eventIdOnlyInput)
    .mutation(({ ctx, input }) => publishEvent({ ...ctx, ...input })),
  cancel: refundingProcedure
    .input(cancelEventInput)
    .mutation(({ ctx, input }) => cancelEvent({ ...ctx, ...input })),
  complete: organizerProcedure
    .input(eventIdOnlyInput)
    .mutation(({ ctx, input }) => completeEvent({ ...ctx, ...input })),
  blockSeats: organizerProcedure
    .input(blockSeatsInput)
    .mutation(({ ctx, input }) => blockSeats({ ...ctx, ...input })),
  unblockSeats: organizerProcedure
    .input(seatIdsInput)
    .mutation(({ ctx, input }) => unblockSeats({ ...ctx, ...input })),
  planNews: organizerProcedure.input(eventOfInput).query(({ ctx, input }) => planNews({ ...ctx, ...input })),
  takePlan: organizerProcedure.input(takePlanInput).mutation(({ ctx, input }) => takePlan({ ...ctx, ...input })),
});
