import { noteUnknownPaymentInput, retryRefundInput } from "~/schemas/payment";
import { adminProcedure, createRouter } from "~/server/api/trpc";
import { auditBooks } from "~/server/services/integrity/audit-books";
import { moneyList } from "~/server/services/integrity/money-list";
import { noteUnknownPayment } from "~/server/services/integrity/note-unknown-payment";
import { retryRefund } from "~/server/services/refunds/retry-refund";

export const adminRouter = createRouter({
  integrity: adminProcedure.query(({ ctx }) => auditBooks(ctx)),
  moneyList: adminProcedure.query(({ ctx }) => moneyList(ctx)),
  retryRefund: adminProcedure.input(retryRefundInput).mutation(({ ctx, input }) => retryRefund({ ...ctx, ...input })),
  noteUnknownPayment: adminProcedure
    .input(noteUnknownPaymentInput)
    .mutation(({ ctx, input }) => noteUnknownPayment({ ...ctx, ...input })),
});
