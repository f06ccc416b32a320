import { generateSecret, generateURI, verifySync } from "otplib";

/** A code holds for half a minute, and one before and one after it are taken: phones' clocks differ. */
const STEP_SECONDS = 30;

/** A new secret of 160 bits in base 32, as RFC 4226 recommends. */
export function newSecret(): string {
  return generateSecret({ length: 20 });
}

/** What an authenticator app reads from the QR code: whose account, where, and the secret. */
export function enrolmentUri(secret: string, email: string): string {
  return generateURI({ issuer: "Aisle", label: email, secret });
}

/** The half minute that a code of six digits belongs to (counted from 1970), or null where it fits none about now. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const token = code.replace(/\s/g, "");
  if (!/^\d{6}$/.test(token)) return null;
  const epoch = Math.floor(now.getTime() / 1_000);
  const result = verifySync({ secret, token, epoch, period: STEP_SECONDS, epochTolerance: STEP_SECONDS });
  return result.valid ? Math.floor(epoch / STEP_SECONDS) + result.delta : null;
}
