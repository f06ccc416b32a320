import { keepSavedInput, savedEventInput } from "~/schemas/saved";
import { createRouter, signedInProcedure } from "~/server/api/trpc";
import { getSaved, keepSaved } from "~/server/services/saved/keep-saved";
import { listSaved } from "~/server/services/saved/list-saved";

/** Events that somebody keeps in mind. */
export const savedRouter = createRouter({
  list: signedInProcedure.query(({ ctx }) => listSaved(ctx)),
  of: signedInProcedure.input(savedEventInput).query(({ ctx, input }) => getSaved({ ...ctx, ...input })),
  keep: signedInProcedure.input(keepSavedInput).mutation(({ ctx, input }) => keepSaved({ ...ctx, ...input })),
});
