/**
 * The code on a ticket: "A1" and the key's version, then 16 bytes that name the ticket and 16 that sign it, in
 * Crockford's base 32. Only capitals, digits and a dash, so that a QR code packs it tightly (ISO/IEC 18004,
 * alphanumeric mode) and a voice can read it out. Nothing of the buyer, the seat or the evening is in it.
 */
export type TicketCode = { keyVersion: number; itemId: string; signature: Uint8Array };

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const BYTES = 16;
const CHARACTERS = Math.ceil((BYTES * 8) / 5);

/** Bytes of the signature that a code carries: 128 bits. */
export const SIGNATURE_BYTES = BYTES;

/** The code of a booking's item. `itemId` is a UUID, `signature` at least 16 bytes of an HMAC over `signedText`. */
export function formatTicketCode({ keyVersion, itemId, signature }: TicketCode): string {
  return `A${keyVersion}-${encode(uuidBytes(itemId))}${encode(signature.slice(0, BYTES))}`;
}

/** Reads a code as it was scanned or typed; null where it is none. The signature is not checked here. */
export function parseTicketCode(text: string): TicketCode | null {
  const match = /^A([1-9]\d{0,2})-([0-9A-Z]+)$/.exec(text.trim().toUpperCase());
  if (!match || match[2]!.length !== 2 * CHARACTERS) return null;
  const id = decode(match[2]!.slice(0, CHARACTERS));
  const signature = decode(match[2]!.slice(CHARACTERS));
  if (!id || !signature) return null;
  return { keyVersion: Number(match[1]), itemId: uuidOf(id), signature };
}

/** What is signed: the kind of thing, the key's version and the ticket, so that no other signature fits. */
export function signedText(keyVersion: number, itemId: string): string {
  return `aisle-ticket:${keyVersion}:${itemId.toLowerCase()}`;
}

function uuidBytes(uuid: string): Uint8Array {
  const hex = uuid.replaceAll("-", "");
  if (!/^[0-9a-f]{32}$/i.test(hex)) throw new RangeError(`"${uuid}" is no UUID.`);
  return Uint8Array.from({ length: BYTES }, (_, index) => parseInt(hex.slice(2 * index, 2 * index + 2), 16));
}

function uuidOf(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function encode(bytes: Uint8Array): string {
  let [text, held, bits] = ["", 0, 0];
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    for (; bits >= 5; bits -= 5) text += ALPHABET[(held >> (bits - 5)) & 31];
    held &= 31;
  }
  return bits > 0 ? text + ALPHABET[(held << (5 - bits)) & 31] : text;
}

function decode(text: string): Uint8Array | null {
  const bytes = new Uint8Array(BYTES);
  let [held, bits, at] = [0, 0, 0];
  for (const sign of text) {
    const value = ALPHABET.indexOf(sign);
    if (value < 0) return null;
    held = (held << 5) | value;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (held >> bits) & 255;
    }
    held &= 255;
  }
  // The bits that are left over are zero in every code that was made here: one ticket has one spelling.
  return (held & ((1 << bits) - 1)) === 0 ? bytes : null;
}
