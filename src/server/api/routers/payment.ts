import { cancelAsOrganizerInput, createOrderInput, eventMoneyInput, refundPartInput, sandboxPayInput } from "~/schemas/payment";
import { createRouter, refundingProcedure, sellerProcedure, signedInProcedure } from "~/server/api/trpc";
import { createOrder } from "~/server/services/sale/money/create-order";
import { sandboxPay } from "~/server/services/sale/money/sandbox-pay";
import { cancellationProgress } from "~/server/services/sale/money/refunds/cancellation-progress";
import { cancelAsOrganizer, refundPart } from "~/server/services/sale/money/refunds/refund-as-organizer";

export const paymentRouter = createRouter({
  createOrder: signedInProcedure.input(createOrderInput).mutation(({ ctx, input }) => createOrder({ ...ctx, ...input })),
  sandboxPay: signedInProcedure.input(sandboxPayInput).mutation(({ ctx, input }) => sandboxPay({ ...ctx, ...input })),
  refundPart: refundingProcedure.input(refundPartInput).mutation(({ ctx, input }) => refundPart({ ...ctx, ...input })),
  cancelAsOrganizer: refundingProcedure.input(cancelAsOrganizerInput).mutation(({ ctx, input }) => cancelAsOrganizer({ ...ctx, ...input })),
  cancellationProgress: sellerProcedure.input(eventMoneyInput).query(({ ctx, input }) => cancellationProgress({ ...ctx, ...input })),
});
