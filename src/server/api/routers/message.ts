import { messagesInput, previewMessageInput, sendMessageInput } from "~/schemas/attendee-message";
import { createRouter, managerProcedure } from "~/server/api/trpc";
import { listMessages, previewMessage, sendMessage } from "~/server/services/messages/write-to-attendees";

/** What an organizer writes to who has tickets. */
export const messageRouter = createRouter({
  list: managerProcedure.input(messagesInput).query(({ ctx, input }) => listMessages({ ...ctx, ...input })),
  preview: managerProcedure.input(previewMessageInput).mutation(({ ctx, input }) => previewMessage({ ...ctx, ...input })),
  send: managerProcedure.input(sendMessageInput).mutation(({ ctx, input }) => sendMessage({ ...ctx, ...input })),
});
