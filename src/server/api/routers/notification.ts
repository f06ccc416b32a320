import { listNotificationsInput, markReadInput } from "~/schemas/notification";
import { listNotifications, markAllRead, markRead } from "~/server/services/notifications/notifications";
import { createRouter, signedInProcedure } from "../trpc";

/** One's own messages in the shop. */
export const notificationRouter = createRouter({
  list: signedInProcedure
    .input(listNotificationsInput.prefault({}))
    .query(({ ctx, input }) => listNotifications({ ...ctx, ...input })),
  markRead: signedInProcedure.input(markReadInput).mutation(({ ctx, input }) => markRead({ ...ctx, ...input })),
  markAllRead: signedInProcedure.mutation(({ ctx: { db, actor } }) => markAllRead({ db, actor })),
});
