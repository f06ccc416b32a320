import { ed25519 } from "@noble/curves/ed25519.js";
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { DIGEST_BYTES, digestedText, FIRST_VERSION_BYTES, firstVersionText } from "~/domain/door/ticket-list";
import { proofText, signedTextOfEvent, type TicketCode } from "~/domain/ticket-code";

// What a phone reckons as the server does, without network and without https, which Web Crypto wants.

/** By what a door's list names a ticket: 7 bytes. */
export function digestOf(eventId: string, itemId: string): Uint8Array {
  return sha256(utf8ToBytes(digestedText(eventId, itemId))).subarray(0, DIGEST_BYTES);
}

/** By what a door's list knows a code of version 1: 3 bytes. */
export function firstVersionCheck(code: string): Uint8Array {
  return sha256(utf8ToBytes(firstVersionText(code))).subarray(0, FIRST_VERSION_BYTES);
}

/** Whether a code of version 2 was signed for a ticket of this evening. */
export function isSignedFor(publicKey: Uint8Array, eventId: string, { itemId, signature }: TicketCode): boolean {
  try {
    return ed25519.verify(signature, utf8ToBytes(signedTextOfEvent(eventId, itemId)), publicKey);
  } catch {
    return false;
  }
}

/** What a ticket's turning code is proved with: made from the evening's key, which doors have; the buyer's phone has only this. */
export function turningSecret(eventKey: Uint8Array, itemId: string): Uint8Array {
  return hmac(sha256, eventKey, utf8ToBytes(itemId.toLowerCase()));
}

/** The proof of a half minute (domain/door/turning-code). */
export function proofAt(secret: Uint8Array, step: number): string {
  return proofText(hmac(sha256, secret, utf8ToBytes(`step ${step}`)));
}
