import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { env } from "~/env";

/**
 * The shop's key for authenticator secrets, each bound to its account. It hangs on TICKET_SECRET, the one that stays
 * for years: the sessions' secret may be exchanged without anybody enrolling anew (decision 0130).
 */
function keyOf(userId: string): Buffer {
  if (!env.TICKET_SECRET) throw new Error("TICKET_SECRET is not set.");
  return Buffer.from(hkdfSync("sha256", env.TICKET_SECRET, userId, "aisle second factor", 32));
}

/** Closes a secret, so that who reads the database can make no codes. AES-256-GCM, base64. */
export function seal(userId: string, text: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyOf(userId), iv);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64");
}

/** Opens what `seal` closed, or null: another key, another account, altered. */
export function unseal(userId: string, closed: string): string | null {
  const bytes = Buffer.from(closed, "base64");
  try {
    const decipher = createDecipheriv("aes-256-gcm", keyOf(userId), bytes.subarray(0, 12), { authTagLength: 16 });
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}
