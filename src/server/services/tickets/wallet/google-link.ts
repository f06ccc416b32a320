import { sign } from "node:crypto";
import { env } from "~/env";
import { addressOf } from "~/lib/address";
import type { TicketsOfBooking } from "../list-tickets";
import type { GoogleKeys } from "~/server/services/tickets/wallets";

const text = (value: string) => ({ defaultValue: { language: "en-IN", value } });

/**
 * The address that saves a booking's tickets to Google Wallet: "https://pay.google.com/gp/v/save/" and a JWT (RS256,
 * aud "google", typ "savetowallet") that carries the event's class and an object for each ticket, as Google's
 * "Event tickets" documentation has it. Nothing is sent from here.
 */
export function googleLink(booking: TicketsOfBooking, { issuerId, email, key }: GoogleKeys, now: Date): string {
  const { event } = booking;
  const classId = `${issuerId}.event-${event.id}`;
  const payload = {
    eventTicketClasses: [
      {
        id: classId,
        issuerName: "Aisle",
        reviewStatus: "UNDER_REVIEW",
        eventName: text(event.title),
        venue: { name: text(event.venue.name), address: text(addressOf(event.venue)) },
        dateTime: { start: event.startsAt.toISOString(), ...(event.endsAt && { end: event.endsAt.toISOString() }) },
      },
    ],
    eventTicketObjects: booking.tickets.map(({ id, code, sectionName, rowLabel, seatLabel }) => ({
      id: `${issuerId}.ticket-${id}`,
      classId,
      state: "ACTIVE",
      ticketNumber: booking.bookingNumber,
      ticketHolderName: booking.buyerName,
      barcode: { type: "QR_CODE", value: code },
      seatInfo: { seat: text(seatLabel), row: text(rowLabel), section: text(sectionName) },
    })),
  };
  const claims = { iss: email, aud: "google", typ: "savetowallet", iat: Math.floor(now.getTime() / 1_000), origins: [env.APP_URL], payload };
  const signed = `${part({ alg: "RS256", typ: "JWT" })}.${part(claims)}`;
  return `https://pay.google.com/gp/v/save/${signed}.${sign("RSA-SHA256", Buffer.from(signed), key).toString("base64url")}`;
}

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
