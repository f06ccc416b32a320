import type { InvoiceContent } from "./invoice";
import { SAC } from "./invoice";
import { placesOfSupply } from "./gst";

/**
 * Where a document belongs in GSTR-1: sales to registered buyers one by one (B2B), large ones to others of another state
 * (B2CL, over one lakh rupees since August 2024), the rest by state and rate (B2CS); credit notes to registered buyers
 * (CDNR), of B2CL sales (CDNUR), and the rest, which B2CS is lessened by; what bears no tax (EXEMP).
 */
export type Gstr1Table = "B2B" | "B2CL" | "B2CS" | "CDNR" | "CDNUR" | "EXEMP";

/** What a sale must be worth, in paise, to stand by itself. */
const LARGE_PAISE = 10_000_000;

/** @param originalPaise the total of the invoice that a credit note is about */
export function gstr1Table(content: InvoiceContent, originalPaise = content.totalPaise): Gstr1Table {
  if (content.taxPaise === 0) return "EXEMP";
  const note = content.kind === "CREDIT_NOTE";
  if (content.buyer.gstin) return note ? "CDNR" : "B2B";
  if (content.igstPaise > 0 && originalPaise > LARGE_PAISE) return note ? "CDNUR" : "B2CL";
  return "B2CS";
}

export const gstr1Heading = [
  "Table", "Document", "Number", "Date", "Of invoice", "Of date", "Buyer GSTIN", "Buyer", "Place of supply", "SAC", "Rate",
  "Taxable value (INR)", "IGST (INR)", "CGST (INR)", "SGST (INR)", "Total (INR)", "Booking",
];

const rupees = (paise: number) => (paise / 100).toFixed(2);

/** A day as GSTR-1 writes it, in India: 05-12-2026. */
function indianDay(at: Date): string {
  const [year, month, day] = new Date(at.getTime() + 5.5 * 3_600_000).toISOString().slice(0, 10).split("-");
  return `${day}-${month}-${year}`;
}

/** One document as a line of the file. What a credit note gives back stands with a minus. */
export function gstr1Line(document: { number: string; issuedAt: Date; content: InvoiceContent; originalPaise: number }): (string | number)[] {
  const { number, issuedAt, content, originalPaise } = document;
  const { buyer, corrects, placeOfSupply } = content;
  const sign = content.kind === "CREDIT_NOTE" ? -1 : 1;
  const paise = (amount: number) => rupees(sign * amount || 0);
  const rate = content.taxPaise === 0 ? 0 : Math.round((content.taxPaise * 100) / content.taxablePaise);
  return [
    gstr1Table(content, originalPaise),
    content.kind === "CREDIT_NOTE" ? "Credit note" : content.taxPaise === 0 ? "Bill of supply" : "Invoice",
    number,
    indianDay(issuedAt),
    corrects?.number ?? "",
    corrects ? indianDay(new Date(corrects.issuedAt)) : "",
    buyer.gstin ?? "",
    buyer.name,
    `${placeOfSupply}-${placesOfSupply[placeOfSupply] ?? ""}`,
    SAC,
    rate,
    // Numbers, not texts: a text with a minus would be quoted against formulas.
    ...[content.taxablePaise, content.igstPaise, content.cgstPaise, content.sgstPaise, content.totalPaise].map((amount) => Number(paise(amount))),
    content.bookingNumber,
  ];
}
