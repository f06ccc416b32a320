import { AppError } from "~/domain/errors";
import type { Db } from "~/server/db/db";
import type { Attachment } from "~/server/gateways/mail";
import { bookingCalendar } from "../calendar/calendar-files";
import { listTickets } from "../tickets/list-tickets";
import { ticketsPdf } from "../tickets/tickets-pdf";
import { readPayload } from "./content";
import type { OutboxRow } from "./deliver-outbox";

/** What goes with which mail. */
const parts: Record<string, { tickets?: boolean; calendar?: boolean }> = {
  "booking-confirmed": { tickets: true, calendar: true },
  "event-moved": { tickets: true, calendar: true },
  "event-cancelled": { calendar: true },
  "booking-cancelled": { calendar: true },
  "booking-called-off": { calendar: true },
};

/**
 * What goes with a mail, made as things stand when it leaves: tickets and the calendar's entry. What there is no more
 * (tickets of a booking that was cancelled meanwhile) is left out, and the mail goes all the same.
 */
export async function attachmentsFor({ db, row }: { db: Db; row: Pick<OutboxRow, "template" | "payload"> }): Promise<Attachment[]> {
  const { bookingId } = readPayload(row.payload);
  const { tickets, calendar } = parts[row.template] ?? {};
  if (!bookingId) return [];
  const booking = await db.booking.findUnique({ where: { id: bookingId }, select: { userId: true } });
  if (!booking) return [];
  const buyer = { id: booking.userId };
  return [
    ...(await whereThereIs(tickets, async () => {
      const { fileName, bytes } = await ticketsPdf(await listTickets({ db, actor: buyer, bookingId }));
      return { fileName, contentType: "application/pdf", content: bytes };
    })),
    ...(await whereThereIs(calendar, async () => {
      const { fileName, text } = await bookingCalendar({ db, actor: buyer, bookingId });
      const method = /^METHOD:(\w+)/m.exec(text)?.[1] ?? "PUBLISH";
      return { fileName, contentType: `text/calendar; charset=utf-8; method=${method}`, content: text };
    })),
  ];
}

async function whereThereIs(wanted: boolean | undefined, make: () => Promise<Attachment>): Promise<Attachment[]> {
  if (!wanted) return [];
  try {
    return [await make()];
  } catch (error) {
    if (error instanceof AppError && (error.code === "NOT_FOUND" || error.code === "INVALID_TRANSITION")) return [];
    throw error;
  }
}
