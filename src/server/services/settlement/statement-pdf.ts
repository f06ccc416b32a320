import { PDFDocument, rgb, type PDFPage } from "@cantoo/pdf-lib";
import { formatPaise } from "~/domain/money";
import { formatDay } from "~/lib/dates";
import { monthName } from "~/lib/months";
import { embedFace, type Face } from "../tickets/pdf-fonts";
import type { Statement } from "./month-statement";

// A4, upright, in points.
const [WIDTH, HEIGHT, MARGIN] = [595.28, 841.89, 48];
const RIGHT = WIDTH - MARGIN;
const ink = rgb(0.13, 0.1, 0.125);
const soft = rgb(0.4, 0.36, 0.39);
const hairline = rgb(0.8, 0.77, 0.75);

type Faces = { regular: Face; bold: Face };

const columns = [
  ["Sales", "soldPaise", 290],
  ["Given back", "backPaise", 370],
  ["GST by Aisle", "aislesTaxPaise", 455],
  ["Owed", "toOrganizerPaise", RIGHT],
] as const;

/** A statement as a PDF: what is owed in one figure, then event by event. */
export async function drawStatement({ month, lines, totals }: Statement): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const title = `Statement for ${monthName(month)}`;
  pdf.setTitle(title);
  pdf.setCreator("Aisle");
  pdf.setLanguage("en-IN");
  const faces: Faces = { regular: await embedFace(pdf, 400), bold: await embedFace(pdf, 700) };
  const { regular, bold } = faces;
  const pages: PDFPage[] = [];
  let y = 0;
  const nextPage = () => {
    pages.push(pdf.addPage([WIDTH, HEIGHT]));
    y = HEIGHT - MARGIN - 18;
  };
  const page = () => pages.at(-1)!;
  const right = (face: Face, text: string, x: number, size: number, color = ink) => face.draw(page(), text, { x: x - face.width(text, size), y, size, color });
  nextPage();
  bold.draw(page(), title, { x: MARGIN, y, size: 20, color: ink });
  y -= 30;
  for (const [label, paise] of [
    ["Paid by buyers", totals.soldPaise],
    ["Given back, or on its way", -totals.backPaise],
    ["Aisle's fee", -totals.feePaise],
    ["GST that Aisle pays to the state", -totals.aislesTaxPaise],
    ["Owed to the organizer", totals.toOrganizerPaise],
  ] as const) {
    const face = label.startsWith("Owed") ? bold : regular;
    face.draw(page(), label, { x: MARGIN, y, size: 11, color: ink });
    right(face, formatPaise(paise), 370, 11);
    y -= 18;
  }
  regular.draw(page(), `Of it, GST that the organizer pays: ${formatPaise(totals.organizersTaxPaise)}.`, { x: MARGIN, y, size: 9, color: soft });
  y -= 30;
  tableHead(page(), faces, y);
  for (const line of lines) {
    if (y < MARGIN + 60) {
      nextPage();
      tableHead(page(), faces, y);
    }
    y -= 22;
    regular.draw(page(), regular.wrap(line.title, 10, 170, 1)[0] ?? "", { x: MARGIN, y, size: 10, color: ink });
    for (const [, key, x] of columns) right(key === "toOrganizerPaise" ? bold : regular, formatPaise(line[key]), x, 10);
    y -= 11;
    regular.draw(page(), `${formatDay(line.startsAt, line, new Date(0))}, ${line.tickets} tickets${line.status === "CANCELLED" ? ", called off" : ""}`, { x: MARGIN, y, size: 8, color: soft });
  }
  pages.forEach((drawn, index) => {
    const count = `Page ${index + 1} of ${pages.length}`;
    regular.draw(drawn, count, { x: RIGHT - regular.width(count, 8), y: MARGIN - 12, size: 8, color: soft });
  });
  return pdf.save();
}

function tableHead(page: PDFPage, { regular }: Faces, y: number): void {
  regular.draw(page, "Event", { x: MARGIN, y, size: 9, color: soft });
  for (const [label, , x] of columns) regular.draw(page, label, { x: x - regular.width(label, 9), y, size: 9, color: soft });
  page.drawLine({ start: { x: MARGIN, y: y - 6 }, end: { x: RIGHT, y: y - 6 }, thickness: 0.6, color: hairline });
}
