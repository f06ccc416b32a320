import { adminProcedure, createRouter } from "~/server/api/trpc";
import { auditBooks } from "~/server/services/integrity/audit-books";

export const adminRouter = createRouter({
  integrity: adminProcedure.query(({ ctx }) => auditBooks(ctx)),
});
