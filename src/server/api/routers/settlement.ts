import { statementInput } from "~/schemas/settlement";
import { createRouter, managerProcedure } from "~/server/api/trpc";
import { monthStatement } from "~/server/services/settlement/month-statement";
import { statementCsv, statementPdf } from "~/server/services/settlement/statement-files";

/** What is owed to whom for a month's events. */
export const settlementRouter = createRouter({
  month: managerProcedure.input(statementInput).query(({ ctx, input }) => monthStatement({ ...ctx, ...input })),
  csv: managerProcedure.input(statementInput).query(({ ctx, input }) => statementCsv({ ...ctx, ...input })),
  pdf: managerProcedure.input(statementInput).query(({ ctx, input }) => statementPdf({ ...ctx, ...input })),
});
