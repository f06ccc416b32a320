import { createOrderInput, sandboxPayInput } from "~/schemas/payment";
import { createRouter, signedInProcedure } from "~/server/api/trpc";
import { createOrder } from "~/server/services/payments/create-order";
import { sandboxPay } from "~/server/services/payments/sandbox-pay";

export const paymentRouter = createRouter({
  createOrder: signedInProcedure.input(createOrderInput).mutation(({ ctx, input }) => createOrder({ ...ctx, ...input })),
  sandboxPay: signedInProcedure.input(sandboxPayInput).mutation(({ ctx, input }) => sandboxPay({ ...ctx, ...input })),
});
