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
import { createRouter, managerProcedure, publicProcedure, refundingProcedure, teamVisitorProcedure } from "~/server/api/trpc";
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
import { planNews } from "~/server/services/plan-change/plan-news";
import { seatAvailability } from "~/server/services/seats/seat-availability";
import { seatLayout } from "~/server/services/seats/seat-layout";
import { takePlan } from "~/server/services/plan-change/take-plan";

export const eventRouter = createRouter({
  list: teamVisitorProcedure.input(listEventsInput).query(({ ctx, input }) => listEvents({ ...ctx, input })),
  facets: publicProcedure.query(({ ctx }) => eventFacets(ctx)),
  publicAddresses: publicProcedure.query(({ ctx }) => publicAddresses(ctx)),
  byId: teamVisitorProcedure.input(eventIdOnlyInput).query(({ ctx, input }) => getEvent({ ...ctx, ...input })),
  posterFacts: teamVisitorProcedure
    .input(eventIdOnlyInput)
    .query(({ ctx, input }) => posterFacts({ ...ctx, ...input })),
  seatLayout: teamVisitorProcedure
    .input(eventOfInput)
    .query(({ ctx, input }) => seatLayout({ ...ctx, ...input })),
  seatAvailability: teamVisitorProcedure
    .input(eventOfInput)
    .query(({ ctx, input }) => seatAvailability({ ...ctx, ...input })),
  create: managerProcedure
    .input(createEventInput)
    .mutation(({ ctx, input }) => createEvent({ ...ctx, input })),
  copy: managerProcedure.input(copyEventInput).mutation(({ ctx, input }) => copyEvent({ ...ctx, ...input })),
  update: managerProcedure
    .input(updateKnownEventInput)
    .mutation(({ ctx, input: { knownAt, ...input } }) => updateEvent({ ...ctx, input, knownAt })),
  publishChecklist: managerProcedure
    .input(eventIdOnlyInput)
    .query(({ ctx, input }) => publishChecklist({ ...ctx, ...input })),
  publish: managerProcedure
    .input(eventIdOnlyInput)
    .mutation(({ ctx, input }) => publishEvent({ ...ctx, ...input })),
  cancel: refundingProcedure
    .input(cancelEventInput)
    .mutation(({ ctx, input }) => cancelEvent({ ...ctx, ...input })),
  complete: managerProcedure
    .input(eventIdOnlyInput)
    .mutation(({ ctx, input }) => completeEvent({ ...ctx, ...input })),
  blockSeats: managerProcedure
    .input(blockSeatsInput)
    .mutation(({ ctx, input }) => blockSeats({ ...ctx, ...input })),
  unblockSeats: managerProcedure
    .input(seatIdsInput)
    .mutation(({ ctx, input }) => unblockSeats({ ...ctx, ...input })),
  planNews: managerProcedure.input(eventOfInput).query(({ ctx, input }) => planNews({ ...ctx, ...input })),
  takePlan: managerProcedure.input(takePlanInput).mutation(({ ctx, input }) => takePlan({ ...ctx, ...input })),
});
