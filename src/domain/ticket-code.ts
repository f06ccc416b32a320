/**
 * The code on a ticket: "A", the key's version, then 16 bytes that name the ticket and those that sign it (version 1:
 * 16 bytes of an HMAC; version 2: 64 bytes of Ed25519), in Crockford's base 32. A code that turns on a phone's screen
 * has the proof of its half minute behind another dash. Only capitals, digits and dashes, so that a QR code packs it
 * tightly (ISO/IEC 18004, alphanumeric mode). Nothing of the buyer, the seat or the evening is in it.
 */
export type TicketCode = { keyVersion: number; itemId: string; signature: Uint8Array; proof?: string };

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const ID_BYTES = 16;

/** Bytes of the signature that a code of version 1 carries: 128 bits. */
export const SIGNATURE_BYTES = 16;
const ED25519_BYTES = 64;
/** Signs of the proof that a turning code carries: 35 bits. */
export const PROOF_LENGTH = 7;

const signatureBytes = (keyVersion: number) => (keyVersion === 1 ? SIGNATURE_BYTES : ED25519_BYTES);
const lengthOf = (bytes: number) => Math.ceil((bytes * 8) / 5);

/** The code of a booking's item. `itemId` is a UUID, `signature` at least as many bytes as its version carries. */
export function formatTicketCode({ keyVersion, itemId, signature, proof }: TicketCode): string {
  const signed = `A${keyVersion}-${encode(uuidBytes(itemId))}${encode(signature.slice(0, signatureBytes(keyVersion)))}`;
  return proof ? `${signed}-${proof}` : signed;
}

/** Reads a code as it was scanned or typed; null where it is none. The signature is not checked here. */
export function parseTicketCode(text: string): TicketCode | null {
  const match = /^A([1-9]\d{0,2})-([0-9A-Z]+)(?:-([0-9A-Z]+))?$/.exec(text.trim().toUpperCase());
  if (!match || (match[3] && match[3].length !== PROOF_LENGTH)) return null;
  const keyVersion = Number(match[1]);
  const at = lengthOf(ID_BYTES);
  const id = decode(match[2]!.slice(0, at), ID_BYTES);
  const signature = decode(match[2]!.slice(at), signatureBytes(keyVersion));
  if (!id || !signature) return null;
  return { keyVersion, itemId: uuidOf(id), signature, ...(match[3] && { proof: match[3] }) };
}

/** What version 1 signs: the kind of thing, the key's version and the ticket, so that no other signature fits. */
export function signedText(keyVersion: number, itemId: string): string {
  return `aisle-ticket:${keyVersion}:${itemId.toLowerCase()}`;
}

/** What version 2 signs: the evening too, so that a door without network knows its own tickets from all others. */
export function signedTextOfEvent(eventId: string, itemId: string): string {
  return `aisle-ticket:2:${eventId}:${itemId.toLowerCase()}`;
}

/** The first signs of a proof's bytes, as a code carries them. */
export function proofText(bytes: Uint8Array): string {
  return encode(bytes).slice(0, PROOF_LENGTH);
}

function uuidBytes(uuid: string): Uint8Array {
  const hex = uuid.replaceAll("-", "");
  if (!/^[0-9a-f]{32}$/i.test(hex)) throw new RangeError(`"${uuid}" is no UUID.`);
  return Uint8Array.from({ length: ID_BYTES }, (_, index) => parseInt(hex.slice(2 * index, 2 * index + 2), 16));
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

/** Exactly `length` bytes, or null. */
function decode(text: string, length: number): Uint8Array | null {
  if (text.length !== lengthOf(length)) return null;
  const bytes = new Uint8Array(length);
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
