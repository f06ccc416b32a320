import { documentsInput, gstr1Input, invoiceInput, invoicesOfInput, sellerInput } from "~/schemas/invoice";
import { createRouter, managerProcedure, ownerProcedure, teamSignedInProcedure } from "~/server/api/trpc";
import { gstr1Csv } from "~/server/services/invoices/gstr1-csv";
import { keepSeller, readSeller } from "~/server/services/invoices/keep-seller";
import { listDocuments } from "~/server/services/invoices/list-documents";
import { listInvoices, readInvoicePdf } from "~/server/services/invoices/read-invoices";

export const invoiceRouter = createRouter({
  list: teamSignedInProcedure.input(invoicesOfInput).query(({ ctx, input }) => listInvoices({ ...ctx, ...input })),
  pdf: teamSignedInProcedure.input(invoiceInput).query(({ ctx, input }) => readInvoicePdf({ ...ctx, ...input })),
  documents: managerProcedure.input(documentsInput).query(({ ctx, input }) => listDocuments({ ...ctx, ...input })),
  gstr1Csv: managerProcedure.input(gstr1Input).query(({ ctx, input }) => gstr1Csv({ ...ctx, ...input })),
  seller: managerProcedure.query(({ ctx }) => readSeller(ctx)),
  keepSeller: ownerProcedure.input(sellerInput).mutation(({ ctx, input }) => keepSeller({ ...ctx, details: input })),
});
