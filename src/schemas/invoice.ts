import { z } from "zod";
import { gstStates, isGstin } from "~/domain/gst";
import { id, line, lines } from "./common";

export const invoicesOfInput = z.object({ bookingId: id });

export const invoiceInput = z.object({ invoiceId: id });

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

export type SellerForm = z.infer<typeof sellerFormSchema>;
