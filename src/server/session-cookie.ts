import { env } from "~/env";
import { readToken, writeToken } from "./http/session-token";
import { SESSION_SECONDS, type SessionClaims } from "./services/session";

/** Cookies travel over https alone, where the shop is served over it. */
export const secureCookies = env.APP_URL.startsWith("https:");

/** NextAuth's own cookie names; the secure one where the shop is served over https. */
export const sessionCookie = secureCookies ? "__Secure-next-auth.session-token" : "next-auth.session-token";

/** The claims in a Cookie header, checked against the signature only; `viewerFor` decides what they are worth. */
export function claimsFromCookies(header: string | null | undefined): SessionClaims | null {
  const token = header
    ?.split(/;\s*/)
    .find((pair) => pair.startsWith(`${sessionCookie}=`))
    ?.slice(sessionCookie.length + 1);
  return token ? claimsOf(readSessionToken(token)) : null;
}

/** What a session token says that was sealed by this secret or a former one, or null. */
export function readSessionToken(token: string): Record<string, unknown> | null {
  for (const secret of sessionSecrets()) {
    const said = readToken(token, secret);
    if (said) return said;
  }
  return null;
}

/** The secret that seals sessions, and those before it, which still open them. */
export function sessionSecrets(): string[] {
  return env.NEXTAUTH_SECRET ? [env.NEXTAUTH_SECRET, ...env.NEXTAUTH_SECRET_FORMER] : [];
}

/** The claims in a decoded token, or null where it is none of ours. */
export function claimsOf(token: Record<string, unknown> | null): SessionClaims | null {
  const { sub, sessionVersion, sessionId } = token ?? {};
  if (typeof sub !== "string" || typeof sessionVersion !== "number" || typeof sessionId !== "string") return null;
  return { userId: sub, sessionVersion, sessionId };
}

/** A Set-Cookie header by which the browser goes on with these claims, for another 30 days; null signs it out. */
export function cookieFor(claims: SessionClaims | null): string {
  const value = claims ? tokenFor(claims) : "";
  const flags = `Path=/; Max-Age=${claims ? SESSION_SECONDS : 0}; HttpOnly; SameSite=Lax`;
  return `${sessionCookie}=${value}; ${flags}${secureCookies ? "; Secure" : ""}`;
}

function tokenFor({ userId, sessionVersion, sessionId }: SessionClaims): string {
  if (!env.NEXTAUTH_SECRET) throw new Error("NEXTAUTH_SECRET is not set.");
  return writeToken({ sub: userId, sessionVersion, sessionId }, env.NEXTAUTH_SECRET, SESSION_SECONDS);
}
