import { createHmac, createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { env } from "~/env";

/** How RFC 8410 wraps an Ed25519 seed of 32 bytes. */
const PKCS8_HEAD = Buffer.from("302e020100300506032b657004220420", "hex");

type Keys = { secret: KeyObject; public: KeyObject; publicBytes: Buffer };
let made: Keys | undefined;

/** The key of version 2: what signs, and the half that doors are given. */
export function ticketKeys(): Keys {
  if (made) return made;
  const seed = derive("aisle tickets, Ed25519 key 2");
  const secret = createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: "der", type: "pkcs8" });
  const publicKey = createPublicKey(secret);
  const publicBytes = publicKey.export({ format: "der", type: "spki" }).subarray(-32);
  return (made = { secret, public: publicKey, publicBytes });
}

/** What an evening's turning codes are proved with. */
export function turningKey(eventId: string): Buffer {
  return derive(`aisle turning codes: ${eventId}`);
}

/** The key of version 1, which was derived from the sessions' secret. */
export function firstKey(): Buffer {
  return createHmac("sha256", sessionSecret()).update("aisle tickets, key 1").digest();
}

// Production is not started without TICKET_SECRET; a tool without one has the sessions' to itself.
function derive(label: string): Buffer {
  return createHmac("sha256", env.TICKET_SECRET ?? sessionSecret()).update(label).digest();
}

function sessionSecret(): string {
  if (!env.NEXTAUTH_SECRET) throw new Error("NEXTAUTH_SECRET is not set.");
  return env.NEXTAUTH_SECRET;
}
