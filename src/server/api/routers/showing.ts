import { eventOfInput } from "~/schemas/event";
import { addShowingsInput, alignShowingsInput, cancelShowingsInput, moveShowingsInput, showingsInput } from "~/schemas/showing";
import { createRouter, managerProcedure, refundingProcedure, sellerProcedure, teamVisitorProcedure } from "~/server/api/trpc";
import { addShowings } from "~/server/services/showings/add-showings";
import { alignShowings, cancelShowings, moveShowings, publishShowings } from "~/server/services/showings/change-together";
import { listShowings, showingsAhead } from "~/server/services/showings/list-showings";

/** The showings of a run: each is an event; here is what is done to many. */
export const showingRouter = createRouter({
  ahead: teamVisitorProcedure.input(eventOfInput).query(({ ctx, input }) => showingsAhead({ ...ctx, ...input })),
  list: sellerProcedure.input(eventOfInput).query(({ ctx, input }) => listShowings({ ...ctx, ...input })),
  add: managerProcedure.input(addShowingsInput).mutation(({ ctx, input }) => addShowings({ ...ctx, ...input })),
  publish: managerProcedure.input(showingsInput).mutation(({ ctx, input }) => publishShowings({ ...ctx, ...input })),
  align: managerProcedure.input(alignShowingsInput).mutation(({ ctx, input }) => alignShowings({ ...ctx, ...input })),
  move: managerProcedure.input(moveShowingsInput).mutation(({ ctx, input }) => moveShowings({ ...ctx, ...input })),
  cancel: refundingProcedure.input(cancelShowingsInput).mutation(({ ctx, input }) => cancelShowings({ ...ctx, ...input })),
});
