import { createHmac, timingSafeEqual } from "node:crypto";
import { formatTicketCode, parseTicketCode, SIGNATURE_BYTES, signedText } from "~/domain/ticket-code";
import { env } from "~/env";

/** The key that new tickets are signed with. Older versions stay readable as long as they stand in `labels`. */
const KEY_VERSION = 1;
const labels: Record<number, string> = { 1: "aisle tickets, key 1" };

/** A key of its own for tickets, derived from the shop's secret; undefined for a version that never was. */
function keyOf(version: number): Buffer | undefined {
  const label = Object.hasOwn(labels, version) ? labels[version] : undefined;
  if (!label) return undefined;
  if (!env.NEXTAUTH_SECRET) throw new Error("NEXTAUTH_SECRET is not set.");
  return createHmac("sha256", env.NEXTAUTH_SECRET).update(label).digest();
}

/** The code of a booking's item (a UUID). */
export function signTicket(itemId: string, keyVersion = KEY_VERSION): string {
  const signature = createHmac("sha256", keyOf(keyVersion)!).update(signedText(keyVersion, itemId)).digest();
  return formatTicketCode({ keyVersion, itemId, signature });
}

/** The item a scanned code names, where this shop signed it; else null. Whether the ticket still counts is not said. */
export function readTicketCode(code: string): string | null {
  const ticket = parseTicketCode(code);
  const key = ticket && keyOf(ticket.keyVersion);
  if (!ticket || !key) return null;
  const right = createHmac("sha256", key).update(signedText(ticket.keyVersion, ticket.itemId)).digest().subarray(0, SIGNATURE_BYTES);
  return timingSafeEqual(right, ticket.signature) ? ticket.itemId : null;
}
