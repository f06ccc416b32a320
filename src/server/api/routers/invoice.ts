import { documentsInput, gstr1Input, invoiceInput, invoicesOfInput, sellerInput } from "~/schemas/invoice";
import { createRouter, organizerProcedure, signedInProcedure } from "~/server/api/trpc";
import { gstr1Csv } from "~/server/services/invoices/gstr1-csv";
import { keepSeller, readSeller } from "~/server/services/invoices/keep-seller";
import { listDocuments } from "~/server/services/invoices/list-documents";
import { listInvoices, readInvoicePdf } from "~/server/services/invoices/read-invoices";

export const invoiceRouter = createRouter({
  list: signedInProcedure.input(invoicesOfInput).query(({ ctx, input }) => listInvoices({ ...ctx, ...input })),
  pdf: signedInProcedure.input(invoiceInput).query(({ ctx, input }) => readInvoicePdf({ ...ctx, ...input })),
  documents: organizerProcedure.input(documentsInput).query(({ ctx, input }) => listDocuments({ ...ctx, ...input })),
  gstr1Csv: organizerProcedure.input(gstr1Input).query(({ ctx, input }) => gstr1Csv({ ...ctx, ...input })),
  seller: organizerProcedure.query(({ ctx }) => readSeller(ctx)),
  keepSeller: organizerProcedure.input(sellerInput).mutation(({ ctx, input }) => keepSeller({ ...ctx, details: input })),
});
