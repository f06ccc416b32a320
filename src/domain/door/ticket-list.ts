/**
 * The list a door carries: 14 bytes a ticket, so that 50,000 of them stay within a megabyte as base64, names of seats
 * included. 7 bytes of SHA-256 over event and ticket, 3 bytes that a code of version 1 is known by, flags, ordinal.
 */
export type ListedTicket = { digest: Uint8Array; firstVersion: Uint8Array; live: boolean; inside: boolean; used: boolean; ordinal: number };

export const DIGEST_BYTES = 7;
export const FIRST_VERSION_BYTES = 3;
const ENTRY_BYTES = DIGEST_BYTES + FIRST_VERSION_BYTES + 1 + 3;

/** What is digested: no list of one evening says anything about another's. */
export function digestedText(eventId: string, itemId: string): string {
  return `aisle-door:${eventId}:${itemId.toLowerCase()}`;
}

/** What the check of a code of version 1 is digested from. */
export function firstVersionText(code: string): string {
  return `aisle-door-1:${code}`;
}

/** A digest as the key of a map. */
export function keyOf(digest: Uint8Array): string {
  let key = "";
  for (let index = 0; index < DIGEST_BYTES; index++) key += String.fromCharCode(digest[index]!);
  return key;
}

/** @throws RangeError where an ordinal needs more than 24 bits */
export function packTickets(tickets: readonly ListedTicket[]): Uint8Array {
  const bytes = new Uint8Array(tickets.length * ENTRY_BYTES);
  tickets.forEach((ticket, index) => {
    if (ticket.ordinal < 0 || ticket.ordinal > 0xffffff) throw new RangeError(`ordinal ${ticket.ordinal}`);
    const at = index * ENTRY_BYTES;
    bytes.set(ticket.digest.subarray(0, DIGEST_BYTES), at);
    bytes.set(ticket.firstVersion.subarray(0, FIRST_VERSION_BYTES), at + DIGEST_BYTES);
    bytes[at + 10] = (ticket.live ? 1 : 0) | (ticket.inside ? 2 : 0) | (ticket.used ? 4 : 0);
    bytes.set([ticket.ordinal >> 16, (ticket.ordinal >> 8) & 255, ticket.ordinal & 255], at + 11);
  });
  return bytes;
}

/** @throws RangeError where the bytes are no such list */
export function unpackTickets(bytes: Uint8Array): ListedTicket[] {
  if (bytes.length % ENTRY_BYTES !== 0) throw new RangeError("This is no list of tickets.");
  return Array.from({ length: bytes.length / ENTRY_BYTES }, (_, index) => {
    const entry = bytes.subarray(index * ENTRY_BYTES, (index + 1) * ENTRY_BYTES);
    const flags = entry[10]!;
    return {
      digest: entry.subarray(0, DIGEST_BYTES),
      firstVersion: entry.subarray(DIGEST_BYTES, DIGEST_BYTES + FIRST_VERSION_BYTES),
      live: (flags & 1) !== 0,
      inside: (flags & 2) !== 0,
      used: (flags & 4) !== 0,
      ordinal: (entry[11]! << 16) | (entry[12]! << 8) | entry[13]!,
    };
  });
}
