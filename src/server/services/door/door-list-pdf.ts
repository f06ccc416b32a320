import { PDFDocument, rgb, type PDFPage } from "@cantoo/pdf-lib";
import { formatDay, formatTime } from "~/lib/dates";
import { embedFace, type Face } from "../tickets/pdf-fonts";
import type { DoorListRow } from "./door-list";

// A4, upright, in points.
const [WIDTH, HEIGHT, MARGIN] = [595.28, 841.89, 40];
const LINE = 15;
const ink = rgb(0, 0, 0);
const soft = rgb(0.35, 0.35, 0.35);

type Head = { title: string; startsAt: Date; venue: { name: string; timeZone: string } };
type Faces = { regular: Face; bold: Face };

const columns = { box: MARGIN, name: MARGIN + 18, row: MARGIN + 300, seat: MARGIN + 350, booking: MARGIN + 400 };

/** The door list as a PDF: each section begins with its name, black on white, a box before each ticket. */
export async function drawDoorList(event: Head, rows: readonly DoorListRow[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.setTitle(`Door list: ${event.title}`);
  pdf.setCreator("Aisle");
  pdf.setLanguage("en-IN");
  const faces = { regular: await embedFace(pdf, 400), bold: await embedFace(pdf, 700) };
  const pages: PDFPage[] = [];
  let y = 0;
  let section: string | null = null;
  const nextPage = () => {
    const page = pdf.addPage([WIDTH, HEIGHT]);
    pages.push(page);
    y = drawHead(page, faces, event);
  };
  nextPage();
  for (const row of rows) {
    const begins = row.sectionName !== section;
    if (y - (begins ? 3 * LINE : LINE) < MARGIN + LINE) {
      nextPage();
      section = null;
    }
    if (row.sectionName !== section) {
      y -= LINE * 1.4;
      faces.bold.draw(pages.at(-1)!, faces.bold.wrap(row.sectionName, 12, 400, 1)[0]!, { x: MARGIN, y, size: 12, color: ink });
      section = row.sectionName;
    }
    y -= LINE;
    drawRow(pages.at(-1)!, faces, row, y);
  }
  pages.forEach((page, index) => {
    const count = `${rows.length} tickets, page ${index + 1} of ${pages.length}`;
    faces.regular.draw(page, count, { x: WIDTH - MARGIN - faces.regular.width(count, 8), y: MARGIN - 12, size: 8, color: soft });
  });
  return pdf.save();
}

function drawHead(page: PDFPage, { regular, bold }: Faces, event: Head): number {
  const y = HEIGHT - MARGIN - 14;
  bold.draw(page, bold.wrap(event.title, 16, WIDTH - 2 * MARGIN, 1)[0]!, { x: MARGIN, y, size: 16, color: ink });
  const when = `${formatDay(event.startsAt, event.venue, new Date(0))}, ${formatTime(event.startsAt, event.venue)}, ${event.venue.name}`;
  regular.draw(page, regular.wrap(when, 9, WIDTH - 2 * MARGIN, 1)[0]!, { x: MARGIN, y: y - 14, size: 9, color: soft });
  const top = y - 34;
  for (const [label, x] of [["Name", columns.name], ["Row", columns.row], ["Seat", columns.seat], ["Booking", columns.booking]] as const)
    regular.draw(page, label, { x, y: top, size: 8, color: soft });
  page.drawLine({ start: { x: MARGIN, y: top - 4 }, end: { x: WIDTH - MARGIN, y: top - 4 }, thickness: 0.7, color: soft });
  return top - 2;
}

function drawRow(page: PDFPage, { regular, bold }: Faces, row: DoorListRow, y: number): void {
  page.drawRectangle({ x: columns.box, y: y - 1.5, width: 9, height: 9, borderWidth: 0.8, borderColor: ink });
  if (row.checkedInAt) bold.draw(page, "x", { x: columns.box + 2, y: y + 0.3, size: 9, color: ink });
  regular.draw(page, regular.wrap(row.name, 10, columns.row - columns.name - 8, 1)[0] ?? "", { x: columns.name, y, size: 10, color: ink });
  bold.draw(page, row.rowLabel, { x: columns.row, y, size: 10, color: ink });
  bold.draw(page, row.seatLabel, { x: columns.seat, y, size: 10, color: ink });
  regular.draw(page, row.bookingNumber, { x: columns.booking, y, size: 9, color: soft });
}
