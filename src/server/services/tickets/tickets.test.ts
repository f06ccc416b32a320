import { createCanvas } from "@napi-rs/canvas";
import jsQR from "jsqr";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import { makeEvent, makeUser } from "~/test/factories";
import { testBank } from "~/test/harness/bank";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";
import { makeSale } from "~/test/harness/sale";
import { parseTicketCode } from "~/domain/ticket-code";
import { isSigned, signFirstVersion, signTicket } from "./sign-ticket";

const db = testDb();
const bank = testBank(db);

async function bought(seats = 2) {
  const event = await makeEvent(db, { title: "Łódź Évening: a night of ₹ and much, much more than anybody would print" });
  const sale = await makeSale(db, bank.gateway, { event, seats, buyer: await makeUser(db, { name: "Asha Rao" }) });
  await sale.buy();
  return sale;
}

/** What an independent decoder reads in a picture. */
const scan = (image: { data: Uint8ClampedArray; width: number; height: number }) => jsQR(image.data, image.width, image.height)?.data;

/** Each page of a PDF, drawn by another library: its text, and what its QR code says. */
async function readPdf(bytes: Uint8Array) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const viewport = page.getViewport({ scale: 2 });
    const canvas = createCanvas(viewport.width, viewport.height);
    const canvasContext = canvas.getContext("2d");
    await page.render({ canvas: canvas as never, canvasContext: canvasContext as never, viewport }).promise;
    const { items } = await page.getTextContent();
    const image = canvasContext.getImageData(0, 0, canvas.width, canvas.height);
    pages.push({ text: items.map((item) => ("str" in item ? item.str : "")).join(""), code: scan(image as never) });
  }
  await pdf.destroy();
  return pages;
}

describe("tickets", () => {
  it("are one a seat, with a code of the shop's own that says nothing of the buyer", async () => {
    const { api, bookingId, eventId } = await bought();
    const { tickets } = await api.ticket.list({ bookingId });
    const items = await db.bookingItem.findMany({ orderBy: { seatId: "asc" } });
    expect(tickets.map(({ code }) => readTicketCode(code, eventId))).toEqual(items.map(({ id }) => id));
    expect(tickets.map(({ rowLabel, seatLabel }) => rowLabel + seatLabel)).toEqual(["A1", "A2"]);
    expect(tickets[0]!.code).toMatch(/^A2-[0-9A-Z]{129}$/);
  });

  it("draw codes that another decoder reads", async () => {
    const { api, bookingId } = await bought();
    const [ticket] = (await api.ticket.list({ bookingId })).tickets;
    const { qr, code } = ticket!;
    const scale = 6;
    const canvas = createCanvas((qr.size + 8) * scale, (qr.size + 8) * scale);
    const context = canvas.getContext("2d");
    context.fillStyle = "white";
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.fillStyle = "black";
    for (const [, x, y, width] of qr.path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
      context.fillRect((Number(x) + 4) * scale, (Number(y) + 4) * scale, Number(width) * scale, scale);
    expect(scan(context.getImageData(0, 0, canvas.width, canvas.height) as never)).toBe(code);
  });

  it("come as a PDF, a page a seat, with code, seat and the rupee sign", async () => {
    const { api, bookingId, booking } = await bought();
    const { tickets } = await api.ticket.list({ bookingId });
    const { fileName, bytes } = await api.ticket.pdf({ bookingId });
    expect(fileName).toBe(`aisle-tickets-${booking.bookingNumber}.pdf`);
    const pages = await readPdf(bytes);
    expect(pages.map(({ code }) => code)).toEqual(tickets.map(({ code }) => code));
    for (const { text } of pages) {
      expect(text).toContain("₹590");
      expect(text).toContain("Łódź Évening");
      expect(text).toContain(booking.bookingNumber);
    }
  });

  it("are the buyer's alone, and of a standing booking", async () => {
    const { api, bookingId } = await bought();
    for (const stranger of [await makeUser(db), await makeUser(db, { role: "ADMIN" })]) {
      const other = callerFor(stranger).ticket;
      for (const ask of [other.list, other.pdf, other.bookingCalendar])
        await expect(ask({ bookingId })).rejects.toMatchObject({ cause: { code: "NOT_FOUND" } });
    }
    await expect(callerFor(null).ticket.list({ bookingId })).rejects.toMatchObject({ cause: { code: "UNAUTHORIZED" } });
    await api.booking.cancel({ bookingId });
    await expect(api.ticket.list({ bookingId })).rejects.toMatchObject({ cause: { code: "INVALID_TRANSITION" } });
    await expect(api.ticket.pdf({ bookingId })).rejects.toMatchObject({ cause: { code: "INVALID_TRANSITION" } });
  });
});

/** The ticket that a code names, where it is signed for the evening. */
function readTicketCode(text: string, eventId: string): string | null {
  const code = parseTicketCode(text);
  return code && isSigned(code, eventId) ? code.itemId : null;
}

describe("a ticket's signature", () => {
  const itemId = "0193e7a0-1111-7222-8333-444455556666";
  const another = "0193e7a0-1111-7222-8333-444455556667";
  const eventId = "an evening";

  it("holds for its own ticket, evening and key only", () => {
    const code = signTicket({ itemId, eventId });
    expect(readTicketCode(code, eventId)).toBe(itemId);
    expect(readTicketCode(code, "another evening")).toBeNull();
    const other = signTicket({ itemId: another, eventId });
    expect(readTicketCode(code.slice(0, -103) + other.slice(-103), eventId)).toBeNull();
    expect(readTicketCode(code.replace("A2-", "A3-"), eventId)).toBeNull();
    expect(readTicketCode(code.replace("A2-", "A1-"), eventId)).toBeNull();
    expect(readTicketCode("https://example.com", eventId)).toBeNull();
  });

  it("of version 1 is still read", () => {
    const code = signFirstVersion(itemId);
    expect(code).toMatch(/^A1-[0-9A-Z]{52}$/);
    expect(readTicketCode(code, eventId)).toBe(itemId);
    const other = signFirstVersion(another);
    expect(readTicketCode(code.slice(0, -26) + other.slice(-26), eventId)).toBeNull();
    expect(readTicketCode(code.slice(0, -1) + (code.endsWith("0") ? "4" : "0"), eventId)).toBeNull();
  });
});
