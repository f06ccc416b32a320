import { apiKeyIdInput, createApiKeyInput } from "~/schemas/api-access";
import { createRouter, organizerProcedure } from "~/server/api/trpc";
import { createApiKey, listApiKeys, revokeApiKey } from "~/server/services/api-keys/keep-keys";

/** An organizer's keys to the public API. */
export const apiKeyRouter = createRouter({
  list: organizerProcedure.query(({ ctx }) => listApiKeys(ctx)),
  create: organizerProcedure.input(createApiKeyInput).mutation(({ ctx, input }) => createApiKey({ ...ctx, input })),
  revoke: organizerProcedure.input(apiKeyIdInput).mutation(({ ctx, input }) => revokeApiKey({ ...ctx, ...input })),
});
