import { z } from "zod";
import { gstStates, isGstin } from "~/domain/gst";

const id = z.string().min(1, "An id is missing.").max(64, "That id is too long.");

export const invoicesOfInput = z.object({ bookingId: id });

export const invoiceInput = z.object({ invoiceId: id });

export const sellerInput = z.object({
  legalName: z.string().trim().min(2, "Enter the name as it is registered.").max(120, "That name is too long."),
  address: z.string().trim().min(10, "Enter the registered address.").max(240, "That address is too long."),
  stateCode: z.string().refine((code) => code in gstStates, "Choose the state."),
  gstin: z
    .string()
    .trim()
    .toUpperCase()
    .refine(isGstin, "This is not a GSTIN: 15 letters and digits, such as 27AAPFU0939F1ZV.")
    .nullish(),
});
