import { apiKeyIdInput, createApiKeyInput } from "~/schemas/api-access";
import { createRouter, ownerProcedure } from "~/server/api/trpc";
import { createApiKey, listApiKeys, revokeApiKey } from "~/server/services/api-keys/keep-keys";

/** An organizer's keys to the public API. */
export const apiKeyRouter = createRouter({
  list: ownerProcedure.query(({ ctx }) => listApiKeys(ctx)),
  create: ownerProcedure.input(createApiKeyInput).mutation(({ ctx, input }) => createApiKey({ ...ctx, input })),
  revoke: ownerProcedure.input(apiKeyIdInput).mutation(({ ctx, input }) => revokeApiKey({ ...ctx, ...input })),
});
