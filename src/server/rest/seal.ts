import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { env } from "~/env";

function secret(): string {
  if (!env.JWT_SECRET) throw new Error("JWT_SECRET is not set.");
  return env.JWT_SECRET;
}

/** A digest of a request that says nothing of it to who reads the database: it may hold a password. */
export function hashOf(text: string): string {
  return createHmac("sha256", secret()).update(text).digest("base64url");
}

export function nameOf(...parts: string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url");
}

/**
 * Closes and opens texts with a key made of the shop's secret and one that the client alone has: an answer with tokens
 * lies in the database for a day and is of no use to who finds it there. AES-256-GCM.
 */
export class Seal {
  private readonly key: Buffer;

  constructor(clientKey: string) {
    this.key = Buffer.from(hkdfSync("sha256", secret(), clientKey, "aisle api answers", 32));
  }

  close(text: string): string {
    const iv = randomBytes(12);
    const cipher = createCipheriv("aes-256-gcm", this.key, iv);
    const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64");
  }

  /** @throws where it was closed with another key */
  open(closed: string): string {
    const bytes = Buffer.from(closed, "base64");
    const decipher = createDecipheriv("aes-256-gcm", this.key, bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
  }
}
