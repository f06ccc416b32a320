import { invoiceInput, invoicesOfInput, sellerInput } from "~/schemas/invoice";
import { createRouter, organizerProcedure, signedInProcedure } from "~/server/api/trpc";
import { keepSeller, readSeller } from "~/server/services/invoices/keep-seller";
import { listInvoices, readInvoicePdf } from "~/server/services/invoices/read-invoices";

export const invoiceRouter = createRouter({
  list: signedInProcedure.input(invoicesOfInput).query(({ ctx, input }) => listInvoices({ ...ctx, ...input })),
  pdf: signedInProcedure.input(invoiceInput).query(({ ctx, input }) => readInvoicePdf({ ...ctx, ...input })),
  seller: organizerProcedure.query(({ ctx }) => readSeller(ctx)),
  keepSeller: organizerProcedure.input(sellerInput).mutation(({ ctx, input }) => keepSeller({ ...ctx, details: input })),
});
