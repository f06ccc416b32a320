import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { env } from "~/env";

/** Days that a browser is known after it signed in last. */
const KNOWN_DAYS = 365;
const secure = env.APP_URL.startsWith("https:");
const NAME = secure ? "__Secure-aisle-device" : "aisle-device";

/**
 * A Set-Cookie header by which this browser is known to have signed in to an account. It opens nothing: it gives the
 * browser a count of wrong passwords of its own, so that nobody else's tries can keep its owner out.
 */
export function deviceCookie(userId: string): string {
  const device = randomBytes(12).toString("base64url");
  const flags = `Path=/api/auth; Max-Age=${KNOWN_DAYS * 86_400}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
  return `${NAME}=${device}.${mac(userId, device)}; ${flags}`;
}

/** The device of a Cookie header where it is one that signed in to this account before, else null. */
export function knownDevice(cookies: string | null | undefined, userId: string): string | null {
  const value = cookies
    ?.split(/;\s*/)
    .find((pair) => pair.startsWith(`${NAME}=`))
    ?.slice(NAME.length + 1);
  const [device = "", given = ""] = value?.split(".") ?? [];
  const claimed = Buffer.from(given);
  const signed = [env.NEXTAUTH_SECRET, ...env.NEXTAUTH_SECRET_FORMER].some((secret) => {
    const right = Buffer.from(mac(userId, device, secret));
    return claimed.length === right.length && timingSafeEqual(claimed, right);
  });
  return device && signed ? device : null;
}

function mac(userId: string, device: string, secret = env.NEXTAUTH_SECRET): string {
  if (!secret) throw new Error("NEXTAUTH_SECRET is not set.");
  return createHmac("sha256", `known device ${secret}`).update(`${userId} ${device}`).digest("base64url");
}
