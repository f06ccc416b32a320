import { AppError } from "./errors";
import { splitGst, type TaxParts } from "./gst";
import type { BookingFactsForInvoice, Seller } from "./invoice-parts";

/** Service accounting code of admission to events: "recreational, cultural and sporting services". */
export const SAC = "9996";

export type InvoiceKind = "INVOICE" | "CREDIT_NOTE";

const IST_MS = 5.5 * 3_600_000;

/** The Indian financial year of an instant, April to March in India: "2627" for 2026-27. */
export function financialYear(at: Date): string {
  const india = new Date(at.getTime() + IST_MS);
  const start = india.getUTCFullYear() - (india.getUTCMonth() < 3 ? 1 : 0);
  return `${String(start % 100).padStart(2, "0")}${String((start + 1) % 100).padStart(2, "0")}`;
}

/**
 * The number on the document: seller, financial year, place in the series. At most 16 letters, digits and slashes
 * (CGST Rules, rule 46(b)); a seller's code has four signs.
 * @throws AppError INTERNAL where the series is full
 */
export function invoiceNumber(kind: InvoiceKind, sellerCode: string, year: string, sequence: number): string {
  const digits = kind === "INVOICE" ? String(sequence).padStart(6, "0") : `C${String(sequence).padStart(5, "0")}`;
  const number = `${sellerCode}/${year}/${digits}`;
  if (number.length > 16) throw new AppError("INTERNAL", "Something went wrong on our side. Please try again.", { logMessage: `series full: ${number}` });
  return number;
}

/** An invoice or credit note as issued: never changed after that. Amounts in paise, instants in ISO, UTC. */
export type InvoiceContent = TaxParts & {
  kind: InvoiceKind;
  seller: Seller;
  buyer: { name: string; email: string; gstin?: string | null };
  /** GST state code of where the event is held. */
  placeOfSupply: string;
  bookingNumber: string;
  event: { title: string; startsAt: string; timeZone: string; venue: string; city: string };
  lines: { text: string; sac: string; quantity: number; pricePaise: number }[];
  subtotalPaise: number;
  discountPaise: number;
  taxablePaise: number;
  taxPaise: number;
  totalPaise: number;
  /** The invoice that a credit note is about. */
  corrects?: { number: string; issuedAt: string };
};

/** The invoice of a paid booking: its own sums, seats of one section and price in one line. */
export function invoiceOf(booking: BookingFactsForInvoice, seller: Seller): InvoiceContent {
  const placeOfSupply = booking.placeOfSupply ?? seller.stateCode;
  const lines = new Map<string, InvoiceContent["lines"][number]>();
  for (const item of booking.items) {
    const key = `${item.sectionName} ${item.pricePaise}`;
    const line = lines.get(key) ?? { text: `Admission, ${item.sectionName}`, sac: SAC, quantity: 0, pricePaise: item.pricePaise };
    lines.set(key, { ...line, quantity: line.quantity + 1 });
  }
  const { subtotalPaise, discountPaise, taxPaise, totalPaise, buyer, bookingNumber, event } = booking;
  return {
    kind: "INVOICE", seller, buyer, placeOfSupply, bookingNumber, event, lines: [...lines.values()],
    subtotalPaise, discountPaise, taxablePaise: subtotalPaise - discountPaise, taxPaise, totalPaise,
    ...splitGst(taxPaise, seller.stateCode, placeOfSupply),
  };
}

/**
 * The credit note for money given back of an invoice: the same share of the taxable value and of its tax, which
 * together are exactly what went back.
 */
export function creditNoteOf(invoice: InvoiceContent, corrects: { number: string; issuedAt: string }, refundPaise: number): InvoiceContent {
  const taxablePaise = Math.round((refundPaise * invoice.taxablePaise) / invoice.totalPaise);
  const taxPaise = refundPaise - taxablePaise;
  const text = refundPaise === invoice.totalPaise ? "Admission, cancelled" : "Admission, part of the price given back";
  return {
    ...invoice, kind: "CREDIT_NOTE", corrects, discountPaise: 0, subtotalPaise: taxablePaise, taxablePaise, taxPaise, totalPaise: refundPaise,
    lines: [{ text, sac: SAC, quantity: 1, pricePaise: taxablePaise }],
    ...splitGst(taxPaise, invoice.seller.stateCode, invoice.placeOfSupply),
  };
}
