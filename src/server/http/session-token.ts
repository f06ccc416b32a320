import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, randomUUID } from "node:crypto";

/** As NextAuth derives it, and under the name it derives it by. */
const INFO = "NextAuth.js Generated Encryption Key";
const HEADER = Buffer.from('{"alg":"dir","enc":"A256GCM"}').toString("base64url");
const AAD = Buffer.from(HEADER, "ascii");
/** Seconds that two machines' clocks may differ by. */
const TOLERANCE = 15;

const keys = new Map<string, Buffer>();

/** Derived once a process: the same secret gives the same key, and deriving it costs more than all the rest. */
function keyOf(secret: string): Buffer {
  const known = keys.get(secret) ?? Buffer.from(hkdfSync("sha256", secret, "", INFO, 32));
  keys.set(secret, known);
  return known;
}

/**
 * What an encrypted session token says, or null: not ours, altered or over. The same tokens as `next-auth/jwt`
 * (compact JWE, "dir" with A256GCM), each readable by the other.
 *
 * @param now the time, in ms
 */
export function readToken(token: string, secret: string, now = Date.now()): Record<string, unknown> | null {
  const [header, wrapped, iv, sealed, tag, ...more] = token.split(".");
  if (header !== HEADER || wrapped !== "" || !iv || !sealed || !tag || more.length > 0) return null;
  try {
    const decipher = createDecipheriv("aes-256-gcm", keyOf(secret), Buffer.from(iv, "base64url"), { authTagLength: 16 });
    decipher.setAAD(AAD).setAuthTag(Buffer.from(tag, "base64url"));
    const opened = decipher.update(sealed, "base64url", "utf8") + decipher.final("utf8");
    const claims = JSON.parse(opened) as Record<string, unknown>;
    return isCurrent(claims, Math.floor(now / 1_000)) ? claims : null;
  } catch {
    return null;
  }
}

function isCurrent({ exp, nbf }: Record<string, unknown>, seconds: number): boolean {
  const begun = nbf === undefined || (typeof nbf === "number" && nbf <= seconds + TOLERANCE);
  return begun && typeof exp === "number" && exp > seconds - TOLERANCE;
}

/** A token that `readToken` and NextAuth take for as many seconds. */
export function writeToken(claims: Record<string, unknown>, secret: string, seconds: number): string {
  const iat = Math.floor(Date.now() / 1_000);
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyOf(secret), iv, { authTagLength: 16 }).setAAD(AAD);
  const told = JSON.stringify({ ...claims, iat, exp: iat + seconds, jti: randomUUID() });
  const sealed = Buffer.concat([cipher.update(told, "utf8"), cipher.final()]);
  const parts = [iv, sealed, cipher.getAuthTag()].map((part) => part.toString("base64url"));
  return `${HEADER}..${parts.join(".")}`;
}
