import {
  createWebhookInput,
  updateWebhookInput,
  webhookDeliveriesInput,
  webhookDeliveryInput,
  webhookIdInput,
} from "~/schemas/api-access";
import { createRouter, ownerProcedure } from "~/server/api/trpc";
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
  list: ownerProcedure.query(({ ctx }) => listWebhooks(ctx)),
  create: ownerProcedure.input(createWebhookInput).mutation(({ ctx, input }) => createWebhook({ ...ctx, input })),
  update: ownerProcedure.input(updateWebhookInput).mutation(({ ctx, input }) => updateWebhook({ ...ctx, input })),
  rotateSecret: ownerProcedure.input(webhookIdInput).mutation(({ ctx, input }) => rotateSecret({ ...ctx, ...input })),
  remove: ownerProcedure.input(webhookIdInput).mutation(({ ctx, input }) => removeWebhook({ ...ctx, ...input })),
  test: ownerProcedure.input(webhookIdInput).mutation(({ ctx, input }) => testWebhook({ ...ctx, ...input })),
  deliveries: ownerProcedure
    .input(webhookDeliveriesInput)
    .query(({ ctx, input }) => listDeliveries({ ...ctx, ...input })),
  replay: ownerProcedure
    .input(webhookDeliveryInput)
    .mutation(({ ctx, input }) => replayDelivery({ ...ctx, ...input })),
});
