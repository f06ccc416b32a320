import { decode, encode } from "next-auth/jwt";
import { headers } from "next/headers";
import { cache } from "react";
import { env } from "~/env";
import { isDatabaseAway, isDatabaseFull } from "~/server/db/errors";
import { db } from "~/server/db/db";
import { SESSION_SECONDS, viewerFor, type SessionClaims } from "~/server/services/session";

/** Cookies travel over https alone, where the shop is served over it. */
export const secureCookies = env.APP_URL.startsWith("https:");

/** NextAuth's own cookie names; the secure one where the shop is served over https. */
export const sessionCookie = secureCookies ? "__Secure-next-auth.session-token" : "next-auth.session-token";

/** The claims in a Cookie header, checked against the signature only; `viewerFor` decides what they are worth. */
export async function claimsFromCookies(header: string | null): Promise<SessionClaims | null> {
  const token = header
    ?.split(/;\s*/)
    .find((pair) => pair.startsWith(`${sessionCookie}=`))
    ?.slice(sessionCookie.length + 1);
  if (!token || !env.NEXTAUTH_SECRET) return null;
  return claimsOf(await decode({ token, secret: env.NEXTAUTH_SECRET }).catch(() => null));
}

/** The claims in a decoded token, or null where it is none of ours. */
export function claimsOf(token: Record<string, unknown> | null): SessionClaims | null {
  const { sub, sessionVersion, sessionId } = token ?? {};
  if (typeof sub !== "string" || typeof sessionVersion !== "number" || typeof sessionId !== "string")
    return null;
  return { userId: sub, sessionVersion, sessionId };
}

/** A Set-Cookie header by which the browser goes on with these claims, for another 30 days; null signs it out. */
export async function cookieFor(claims: SessionClaims | null): Promise<string> {
  const value = claims ? await tokenFor(claims) : "";
  const flags = `Path=/; Max-Age=${claims ? SESSION_SECONDS : 0}; HttpOnly; SameSite=Lax`;
  return `${sessionCookie}=${value}; ${flags}${secureCookies ? "; Secure" : ""}`;
}

function tokenFor({ userId, sessionVersion, sessionId }: SessionClaims): Promise<string> {
  if (!env.NEXTAUTH_SECRET) throw new Error("NEXTAUTH_SECRET is not set.");
  const token = { sub: userId, sessionVersion, sessionId };
  return encode({ token, secret: env.NEXTAUTH_SECRET, maxAge: SESSION_SECONDS });
}

/** Who looks at this page, or null. Read from the database once a request. */
export const currentUser = cache(async () => {
  const claims = await claimsFromCookies((await headers()).get("cookie"));
  return claims && viewerFor({ db, claims });
});

/** As `currentUser`, but nobody where the database is away or full: the frame of a page stands without it. */
export async function currentUserOrNobody() {
  return currentUser().catch((error: unknown) => {
    if (isDatabaseAway(error) || isDatabaseFull(error)) return null;
    throw error;
  });
}
