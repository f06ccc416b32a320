import { PDFDocument, rgb, type PDFPage } from "@cantoo/pdf-lib";
import { placesOfSupply } from "~/domain/gst";
import type { InvoiceContent } from "~/domain/invoice";
import { formatPaise } from "~/domain/money";
import { GST_BPS } from "~/domain/tax";
import { formatWhen } from "~/lib/dates";
import { lanes } from "~/server/lane";
import { embedFace, type Face } from "~/server/services/tickets/pdf-fonts";

// A4, upright, in points.
const WIDTH = 595.28;
const HEIGHT = 841.89;
const MARGIN = 48;
const RIGHT = WIDTH - MARGIN;

const ink = rgb(0.13, 0.1, 0.125);
const soft = rgb(0.4, 0.36, 0.39);
const hairline = rgb(0.8, 0.77, 0.75);
const accent = rgb(0.78, 0.2, 0.11);

type Document = { number: string; issuedAt: Date; content: InvoiceContent };

/** An invoice or credit note as an A4 page. The same document gives the same page. @throws AppError BUSY */
export function invoicePdf(document: Document): Promise<Uint8Array> {
  return lanes.drawing.run(() => draw(document));
}

async function draw({ number, issuedAt, content }: Document): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const kind = titleOf(content);
  pdf.setTitle(`${kind} ${number}`);
  pdf.setAuthor(content.seller.legalName);
  pdf.setCreator("Aisle");
  pdf.setLanguage("en-IN");
  pdf.setCreationDate(issuedAt);
  pdf.setModificationDate(issuedAt);
  const pen = new Pen(pdf.addPage([WIDTH, HEIGHT]), await embedFace(pdf, 400), await embedFace(pdf, 700));
  head(pen, kind, number, issuedAt);
  parties(pen, content);
  table(pen, content);
  sums(pen, content);
  foot(pen, content);
  return pdf.save();
}

/** Without tax it is a bill of supply (CGST Act, section 31(3)(c)): only who is registered writes tax invoices. */
function titleOf({ kind, taxPaise, seller }: InvoiceContent): string {
  if (kind === "CREDIT_NOTE") return "Credit note";
  if (taxPaise === 0) return "Bill of supply";
  return seller.gstin ? "Tax invoice" : "Invoice";
}

/** Where the next line goes, and how words get there. */
class Pen {
  y = HEIGHT - MARGIN - 18;

  constructor(
    readonly page: PDFPage,
    readonly regular: Face,
    readonly bold: Face,
  ) {}

  left(text: string, options: { x?: number; size?: number; bold?: boolean; faint?: boolean } = {}): void {
    const face = options.bold ? this.bold : this.regular;
    face.draw(this.page, text, { x: options.x ?? MARGIN, y: this.y, size: options.size ?? 10, color: options.faint ? soft : ink });
  }

  right(text: string, options: { x?: number; size?: number; bold?: boolean; faint?: boolean } = {}): void {
    const face = options.bold ? this.bold : this.regular;
    const size = options.size ?? 10;
    this.left(text, { ...options, x: (options.x ?? RIGHT) - face.width(text, size) });
  }

  down(points: number): void {
    this.y -= points;
  }

  rule(): void {
    this.page.drawLine({ start: { x: MARGIN, y: this.y }, end: { x: RIGHT, y: this.y }, thickness: 0.6, color: hairline });
  }
}

function head(pen: Pen, kind: string, number: string, issuedAt: Date): void {
  pen.page.drawRectangle({ x: MARGIN, y: pen.y - 3, width: 6, height: 20, color: accent });
  pen.left("Aisle", { x: MARGIN + 13, size: 20, bold: true });
  pen.right(kind, { size: 18, bold: true });
  pen.down(22);
  pen.right(number, { size: 11 });
  pen.down(16);
  pen.right(`Issued ${formatWhen(issuedAt, { timeZone: "Asia/Kolkata" }, new Date(0))}`, { faint: true });
  pen.down(26);
}

function parties(pen: Pen, { seller, buyer, placeOfSupply, event, bookingNumber, corrects, taxPaise }: InvoiceContent): void {
  const state = (code: string) => `${placesOfSupply[code] ?? "State"} (${code})`;
  const half = (RIGHT - MARGIN) / 2;
  const columns = [
    ["Sold by", seller.legalName, ...pen.regular.wrap(seller.address, 10, half - 20, 3), state(seller.stateCode), `GSTIN ${seller.gstin ?? "not registered"}`],
    ["Sold to", buyer.name, buyer.email, buyer.gstin ? `GSTIN ${buyer.gstin}` : "Not registered for GST", `Place of supply: ${state(placeOfSupply)}`],
  ];
  const top = pen.y;
  const depths = columns.map((lines, column) => {
    pen.y = top;
    for (const [index, line] of lines.entries()) {
      const [fitting = ""] = pen.regular.wrap(line, 10, half - 20, 1);
      pen.left(fitting, { x: MARGIN + column * half, bold: index === 1, faint: index === 0 });
      pen.down(15);
    }
    return pen.y;
  });
  pen.y = Math.min(...depths) - 10;
  pen.rule();
  pen.down(20);
  const [title = ""] = pen.bold.wrap(event.title, 12, RIGHT - MARGIN - 150, 1);
  pen.left(title, { size: 12, bold: true });
  pen.right(`Booking ${bookingNumber}`, { faint: true });
  pen.down(15);
  pen.left(`${formatWhen(new Date(event.startsAt), event, new Date(0))}, ${event.venue}, ${event.city}`, { faint: true });
  if (corrects) {
    pen.down(15);
    pen.left(`For ${taxPaise === 0 ? "bill of supply" : "invoice"} ${corrects.number} of ${formatWhen(new Date(corrects.issuedAt), { timeZone: "Asia/Kolkata" }, new Date(0))}`, { faint: true });
  }
  pen.down(30);
}

const AT = { sac: 300, quantity: 370, price: 460 };

function table(pen: Pen, { lines }: InvoiceContent): void {
  pen.left("What", { faint: true });
  pen.right("SAC", { x: AT.sac, faint: true });
  pen.right("Quantity", { x: AT.quantity, faint: true });
  pen.right("Price", { x: AT.price, faint: true });
  pen.right("Amount", { faint: true });
  pen.down(8);
  pen.rule();
  for (const line of lines) {
    pen.down(17);
    const [text = ""] = pen.regular.wrap(line.text, 10, AT.sac - MARGIN - 40, 1);
    pen.left(text);
    pen.right(line.sac, { x: AT.sac });
    pen.right(String(line.quantity), { x: AT.quantity });
    pen.right(formatPaise(line.pricePaise), { x: AT.price });
    pen.right(formatPaise(line.pricePaise * line.quantity));
  }
  pen.down(10);
  pen.rule();
}

function sums(pen: Pen, content: InvoiceContent): void {
  const half = `${GST_BPS / 200} %`;
  const rows: [string, number][] = [
    ...(content.discountPaise > 0 ? ([["Subtotal", content.subtotalPaise], ["Discount", -content.discountPaise]] as [string, number][]) : []),
    ...(content.taxPaise === 0 ? [] : ([["Taxable value", content.taxablePaise]] as [string, number][])),
    ...(content.taxPaise === 0
      ? []
      : content.igstPaise > 0 || content.cgstPaise + content.sgstPaise === 0
      ? ([[`IGST ${GST_BPS / 100} %`, content.igstPaise]] as [string, number][])
      : ([[`CGST ${half}`, content.cgstPaise], [`SGST ${half}`, content.sgstPaise]] as [string, number][])),
  ];
  for (const [label, paise] of rows) {
    pen.down(17);
    pen.right(label, { x: AT.price, faint: true });
    pen.right(formatPaise(paise));
  }
  pen.down(26);
  pen.right(content.kind === "CREDIT_NOTE" ? "Given back" : "Total paid", { x: AT.price, size: 13, bold: true });
  pen.right(formatPaise(content.totalPaise), { size: 13, bold: true });
}

function foot(pen: Pen, { seller, taxPaise }: InvoiceContent): void {
  pen.y = MARGIN + 14;
  const tax = taxPaise === 0 ? "No tax is charged." : "Tax is not payable on reverse charge.";
  pen.left(`${tax} Made by computer: valid without a signature.`, { size: 8, faint: true });
  pen.down(12);
  pen.left(`For ${seller.legalName}`, { size: 8, faint: true });
}
