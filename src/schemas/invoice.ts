import { z } from "zod";
import { gstStates, isGstin } from "~/domain/gst";

const id = z.string().min(1, "An id is missing.").max(64, "That id is too long.");

export const invoicesOfInput = z.object({ bookingId: id });

export const invoiceInput = z.object({ invoiceId: id });

const NO_GSTIN = "This is not a GSTIN: 15 letters and digits, such as 27AAPFU0939F1ZV.";
const typed = z.string().trim().toUpperCase();

export const sellerInput = z.object({
  legalName: z.string().trim().min(2, "Enter the name as it is registered.").max(120, "That name is too long."),
  address: z.string().trim().min(10, "Enter the registered address.").max(240, "That address is too long."),
  stateCode: z.string().refine((code) => code in gstStates, "Choose the state."),
  gstin: typed.refine(isGstin, NO_GSTIN).nullish(),
});

/** The same as a form has it: an empty field is no GSTIN. */
export const sellerFormSchema = sellerInput.extend({ gstin: typed.refine((text) => text === "" || isGstin(text), NO_GSTIN) });

export type SellerForm = z.infer<typeof sellerFormSchema>;
