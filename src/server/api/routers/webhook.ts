import {
  createWebhookInput,
  updateWebhookInput,
  webhookDeliveriesInput,
  webhookDeliveryInput,
  webhookIdInput,
} from "~/schemas/api-access";
import { createRouter, organizerProcedure } from "~/server/api/trpc";
import { listDeliveries, replayDelivery, testWebhook } from "~/server/services/webhooks-out/delivery-log";
import {
  createWebhook,
  listWebhooks,
  removeWebhook,
  rotateSecret,
  updateWebhook,
} from "~/server/services/webhooks-out/keep-endpoints";

/** Where an organizer wants to hear of what happens. */
export const webhookRouter = createRouter({
  list: organizerProcedure.query(({ ctx }) => listWebhooks(ctx)),
  create: organizerProcedure.input(createWebhookInput).mutation(({ ctx, input }) => createWebhook({ ...ctx, input })),
  update: organizerProcedure.input(updateWebhookInput).mutation(({ ctx, input }) => updateWebhook({ ...ctx, input })),
  rotateSecret: organizerProcedure.input(webhookIdInput).mutation(({ ctx, input }) => rotateSecret({ ...ctx, ...input })),
  remove: organizerProcedure.input(webhookIdInput).mutation(({ ctx, input }) => removeWebhook({ ...ctx, ...input })),
  test: organizerProcedure.input(webhookIdInput).mutation(({ ctx, input }) => testWebhook({ ...ctx, ...input })),
  deliveries: organizerProcedure
    .input(webhookDeliveriesInput)
    .query(({ ctx, input }) => listDeliveries({ ...ctx, ...input })),
  replay: organizerProcedure
    .input(webhookDeliveryInput)
    .mutation(({ ctx, input }) => replayDelivery({ ...ctx, ...input })),
});
