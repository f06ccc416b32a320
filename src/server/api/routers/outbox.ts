import { listOutboxInput, outboxMessageInput } from "~/schemas/outbox";
import { listOutbox, readOutboxMessage, retryOutboxMessage } from "~/server/services/mail/read-outbox";
import { adminProcedure, createRouter } from "../trpc";

/** The mails that leave the shop. */
export const outboxRouter = createRouter({
  list: adminProcedure.input(listOutboxInput.prefault({})).query(({ ctx, input }) => listOutbox({ ...ctx, ...input })),
  byId: adminProcedure.input(outboxMessageInput).query(({ ctx, input }) => readOutboxMessage({ ...ctx, ...input })),
  retry: adminProcedure.input(outboxMessageInput).mutation(({ ctx, input }) => retryOutboxMessage({ ...ctx, ...input })),
});
