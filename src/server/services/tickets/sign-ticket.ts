import { createHmac, sign, timingSafeEqual, verify } from "node:crypto";
import { formatTicketCode, SIGNATURE_BYTES, signedText, signedTextOfEvent, type TicketCode } from "~/domain/ticket-code";
import { firstKey, ticketKeys } from "./ticket-keys";

/** A ticket: a booking's item (a UUID) of an evening. */
export type SignedTicket = { itemId: string; eventId: string };

/** The code of a ticket, of version 2: a door without network can tell that it is the shop's own. */
export function signTicket({ itemId, eventId }: SignedTicket): string {
  const signature = sign(null, Buffer.from(signedTextOfEvent(eventId, itemId)), ticketKeys().secret);
  return formatTicketCode({ keyVersion: 2, itemId, signature });
}

/** The code that the ticket had in version 1: on paper that is out there, and still good. */
export function signFirstVersion(itemId: string): string {
  return formatTicketCode({ keyVersion: 1, itemId, signature: firstSignature(itemId) });
}

/** Whether the shop signed this code, for this evening. Whether the ticket still counts is not said. */
export function isSigned(code: TicketCode, eventId: string): boolean {
  if (code.keyVersion === 1) return timingSafeEqual(firstSignature(code.itemId), code.signature);
  if (code.keyVersion !== 2) return false;
  return verify(null, Buffer.from(signedTextOfEvent(eventId, code.itemId)), ticketKeys().public, code.signature);
}

function firstSignature(itemId: string): Buffer {
  return createHmac("sha256", firstKey()).update(signedText(1, itemId)).digest().subarray(0, SIGNATURE_BYTES);
}
