import { z } from "zod";
import { gstStates, isGstin } from "~/domain/gst";
import { id, line, lines, paging } from "./common";

export const invoicesOfInput = z.object({ bookingId: id });

export const invoiceInput = z.object({ invoiceId: id });

/** Of India's calendar: "2026-12". */
/** Of India's calendar, "2026-12". */
export const month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, "Give a month such as 2026-12.");

export const documentsInput = z.object({
  month: month.optional(),
  kind: z.enum(["INVOICE", "CREDIT_NOTE"]).optional(),
  search: line(100).optional(),
  ...paging,
});

export const gstr1Input = z.object({
  month,
  cursor: z.string().regex(/^\d{4}-\d\d-\d\dT[\d:.]+Z [\w-]{1,64}$/, "That is not a place in this file.").optional(),
});

const NO_GSTIN = "This is not a GSTIN: 15 letters and digits, such as 27AAPFU0939F1ZV.";
const typed = z.string().trim().toUpperCase();

export const sellerInput = z.object({
  legalName: line(120, "That name is too long.").min(2, "Enter the name as it is registered."),
  address: lines(240, "That address is too long.").min(10, "Enter the registered address."),
  stateCode: z.string().refine((code) => code in gstStates, "Choose the state."),
  gstin: typed.refine(isGstin, NO_GSTIN).nullish(),
});

/** The same as a form has it: an empty field is no GSTIN. */
export const sellerFormSchema = sellerInput.extend({ gstin: typed.refine((text) => text === "" || isGstin(text), NO_GSTIN) });

/** A buyer's business, as a form has it: both fields, or neither. */
export const taxDetailsFormSchema = z
  .object({
    gstName: line(120, "That name is too long."),
    gstin: typed.refine((text) => text === "" || isGstin(text), NO_GSTIN),
  })
  .refine(({ gstName, gstin }) => gstin === "" || gstName !== "", { path: ["gstName"], error: "Enter the name as it is registered." })
  .refine(({ gstName, gstin }) => gstName === "" || gstin !== "", { path: ["gstin"], error: NO_GSTIN });

/** The same as it is kept: nothing where it was taken away. */
export const taxDetailsInput = taxDetailsFormSchema.transform(({ gstName, gstin }) => ({ gstName: gstName || null, gstin: gstin || null }));

export type TaxDetailsForm = z.infer<typeof taxDetailsFormSchema>;

export type SellerForm = z.infer<typeof sellerFormSchema>;
