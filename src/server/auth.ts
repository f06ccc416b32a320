import { decode } from "next-auth/jwt";
import { env } from "~/env";
import type { SessionClaims } from "~/server/services/session";

/** NextAuth's own cookie names; the secure one where the shop is served over https. */
export const sessionCookie = env.APP_URL.startsWith("https:") ? "__Secure-next-auth.session-token" : "next-auth.session-token";

/** The claims in a Cookie header, checked against the signature only; `viewerFor` decides what they are worth. */
export async function claimsFromCookies(header: string | null): Promise<SessionClaims | null> {
  const token = header
    ?.split(/;\s*/)
    .find((pair) => pair.startsWith(`${sessionCookie}=`))
    ?.slice(sessionCookie.length + 1);
  if (!token || !env.NEXTAUTH_SECRET) return null;
  const claims = await decode({ token, secret: env.NEXTAUTH_SECRET }).catch(() => null);
  if (!claims?.sub || typeof claims.sessionVersion !== "number") return null;
  return {
    userId: claims.sub,
    sessionVersion: claims.sessionVersion,
    sessionId: typeof claims.sessionId === "string" ? claims.sessionId : null,
  };
}
