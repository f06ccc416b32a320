import {
  auditLogInput,
  clearSecondFactorInput,
  listOutboxInput,
  listUsersInput,
  outboxMessageInput,
  securityLogInput,
  setFeaturedInput,
  setRoleInput,
  setSuspendedInput,
} from "~/schemas/admin";
import { noteUnknownPaymentInput, retryRefundInput } from "~/schemas/payment";
import { adminProcedure, createRouter } from "~/server/api/trpc";
import { auditLog } from "~/server/services/admin/audit-log";
import { clearSecondFactor } from "~/server/services/admin/clear-second-factor";
import { setRole, setSuspended } from "~/server/services/admin/change-user";
import { listOutbox } from "~/server/services/admin/list-outbox";
import { listUsers } from "~/server/services/admin/list-users";
import { securityLog } from "~/server/services/admin/security-log";
import { setFeatured } from "~/server/services/admin/set-featured";
import { auditBooks } from "~/server/services/integrity/audit-books";
import { moneyList } from "~/server/services/integrity/money-list";
import { noteUnknownPayment } from "~/server/services/integrity/note-unknown-payment";
import { readOutboxMessage, retryOutboxMessage } from "~/server/services/mail/read-outbox";
import { retryRefund } from "~/server/services/sale/money/refunds/retry-refund";

export const adminRouter = createRouter({
  users: adminProcedure
    .input(listUsersInput.prefault({}))
    .query(({ ctx, input }) => listUsers({ ...ctx, ...input })),
  setRole: adminProcedure.input(setRoleInput).mutation(({ ctx, input }) => setRole({ ...ctx, ...input })),
  setSuspended: adminProcedure
    .input(setSuspendedInput)
    .mutation(({ ctx, input }) => setSuspended({ ...ctx, ...input })),
  clearSecondFactor: adminProcedure
    .input(clearSecondFactorInput)
    .mutation(({ ctx, input }) => clearSecondFactor({ ...ctx, ...input })),
  auditLog: adminProcedure
    .input(auditLogInput.prefault({}))
    .query(({ ctx, input }) => auditLog({ ...ctx, ...input })),
  securityLog: adminProcedure
    .input(securityLogInput.prefault({}))
    .query(({ ctx, input }) => securityLog({ ...ctx, ...input })),
  outbox: adminProcedure
    .input(listOutboxInput.prefault({}))
    .query(({ ctx, input }) => listOutbox({ ...ctx, ...input })),
  outboxMessage: adminProcedure
    .input(outboxMessageInput)
    .query(({ ctx, input }) => readOutboxMessage({ ...ctx, ...input })),
  retryOutboxMessage: adminProcedure
    .input(outboxMessageInput)
    .mutation(({ ctx, input }) => retryOutboxMessage({ ...ctx, ...input })),
  setFeatured: adminProcedure
    .input(setFeaturedInput)
    .mutation(({ ctx, input }) => setFeatured({ ...ctx, ...input })),
  integrity: adminProcedure.query(({ ctx }) => auditBooks(ctx)),
  moneyList: adminProcedure.query(({ ctx }) => moneyList(ctx)),
  retryRefund: adminProcedure.input(retryRefundInput).mutation(({ ctx, input }) => retryRefund({ ...ctx, ...input })),
  noteUnknownPayment: adminProcedure
    .input(noteUnknownPaymentInput)
    .mutation(({ ctx, input }) => noteUnknownPayment({ ...ctx, ...input })),
});
