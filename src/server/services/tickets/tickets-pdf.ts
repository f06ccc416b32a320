import { PDFDocument, rgb, type PDFPage } from "@cantoo/pdf-lib";
import { formatPaise } from "~/domain/money";
import { allIn } from "~/domain/tax";
import { addressOf } from "~/lib/address";
import { formatDay, formatTime } from "~/lib/dates";
import { lanes } from "~/server/lane";
import type { TicketsOfBooking } from "./list-tickets";
import { embedFace, type Face } from "./pdf-fonts";

// A5, upright, in points: two fit on a sheet of paper, one fills a phone.
const WIDTH = 419.53;
const HEIGHT = 595.28;
const MARGIN = 36;
const INNER = WIDTH - 2 * MARGIN;

const ink = rgb(0.13, 0.1, 0.125);
const soft = rgb(0.4, 0.36, 0.39);
const line = rgb(0.8, 0.77, 0.75);
const accent = rgb(0.78, 0.2, 0.11);

type Faces = { regular: Face; bold: Face };
type Ticket = TicketsOfBooking["tickets"][number];

/** A booking's tickets as a PDF, a page a seat. The same booking gives the same pages. @throws AppError BUSY */
export function ticketsPdf(booking: TicketsOfBooking): Promise<{ fileName: string; bytes: Uint8Array }> {
  return lanes.drawing.run(() => draw(booking));
}

async function draw(booking: TicketsOfBooking): Promise<{ fileName: string; bytes: Uint8Array }> {
  const pdf = await PDFDocument.create();
  const { title } = booking.event;
  pdf.setTitle(`Tickets: ${title}`);
  pdf.setAuthor("Aisle");
  pdf.setCreator("Aisle");
  pdf.setLanguage("en-IN");
  const faces = { regular: await embedFace(pdf, 400), bold: await embedFace(pdf, 700) };
  for (const [index, ticket] of booking.tickets.entries()) {
    drawTicket(pdf.addPage([WIDTH, HEIGHT]), faces, booking, ticket, `${index + 1} of ${booking.tickets.length}`);
  }
  return { fileName: `aisle-tickets-${booking.bookingNumber}.pdf`, bytes: await pdf.save() };
}

function drawTicket(page: PDFPage, { regular, bold }: Faces, booking: TicketsOfBooking, ticket: Ticket, count: string): void {
  const { event } = booking;
  const { venue } = event;
  let y = HEIGHT - MARGIN - 14;
  page.drawRectangle({ x: MARGIN, y: y - 2, width: 5, height: 16, color: accent });
  bold.draw(page, "Aisle", { x: MARGIN + 10, y, size: 16, color: ink });
  regular.draw(page, `Ticket ${count}`, { x: WIDTH - MARGIN - regular.width(`Ticket ${count}`, 10), y: y + 2, size: 10, color: soft });
  const holder = regular.wrap(booking.buyerName, 10, INNER * 0.7, 1)[0] ?? "";
  regular.draw(page, holder, { x: WIDTH - MARGIN - regular.width(holder, 10), y: y - 11, size: 10, color: soft });

  y -= 38;
  for (const words of bold.wrap(event.title, 24, INNER, 2)) {
    bold.draw(page, words, { x: MARGIN, y, size: 24, color: ink });
    y -= 28;
  }
  y -= 2;
  bold.draw(page, `${formatDay(event.startsAt, venue, new Date(0))}, ${formatTime(event.startsAt, venue)}`, { x: MARGIN, y, size: 12, color: ink });
  for (const words of regular.wrap(`${venue.name}, ${addressOf(venue)}`, 10, INNER, 2)) {
    y -= 16;
    regular.draw(page, words, { x: MARGIN, y, size: 10, color: soft });
  }

  y -= 22;
  page.drawLine({ start: { x: MARGIN, y }, end: { x: WIDTH - MARGIN, y }, thickness: 1, color: line, dashArray: [4, 4] });
  y -= 22;
  const columns = [
    { label: "Section", value: ticket.sectionName, x: MARGIN, width: INNER * 0.56 },
    { label: "Row", value: ticket.rowLabel, x: MARGIN + INNER * 0.6, width: INNER * 0.16 },
    { label: "Seat", value: ticket.seatLabel, x: MARGIN + INNER * 0.8, width: INNER * 0.2 },
  ];
  for (const { label, value, x, width } of columns) {
    regular.draw(page, label, { x, y, size: 9, color: soft });
    const size = Math.min(26, (26 * width) / Math.max(1, bold.width(value, 26)));
    const shown = size < 13 ? bold.wrap(value, 13, width, 1)[0]! : value;
    bold.draw(page, shown, { x, y: y - 28, size: Math.max(13, size), color: ink });
  }

  y -= 50;
  drawQr(page, ticket, y);
  const code = ticket.code.match(/.{1,66}/g)!;
  const facts = [
    `Booking ${booking.bookingNumber}, ${formatPaise(allIn(ticket.pricePaise, event.taxBps))}${event.taxBps === 0 ? "" : " with GST"} at full price`,
    event.turningCodes && !event.paperTickets
      ? "Not let in on paper: show the code that turns, under My bookings on your phone."
      : "Lets one person in, once. Whoever shows it first is let in: keep the code to yourself.",
  ];
  code.forEach((words, index) => {
    regular.draw(page, words, { x: (WIDTH - regular.width(words, 6.5)) / 2, y: y - QR - 11 - 9 * index, size: 6.5, color: soft });
  });
  facts.forEach((fact, index) => {
    regular.draw(page, fact, { x: MARGIN, y: MARGIN + 14 - 14 * index, size: 8, color: soft });
  });
}

/** Points that the code is wide. */
const QR = 236;

function drawQr(page: PDFPage, { qr }: Ticket, top: number): void {
  page.drawSvgPath(qr.path, { x: (WIDTH - QR) / 2, y: top, scale: QR / qr.size, color: rgb(0, 0, 0), borderWidth: 0 });
}
