import { createHmac } from "node:crypto";
import { jwtVerify, SignJWT } from "jose";
import { env } from "~/env";

/** What both tokens of a pair say: whose, of which session, and the how-many-th pair of it. */
export type TokenClaims = { userId: string; sessionId: string; generation: number };

export type TokenPair = {
  accessToken: string;
  refreshToken: string;
  /** When the access token ends (UTC). */
  expiresAt: Date;
};

const ISSUER = "aisle";
type Kind = "access" | "refresh";

/**
 * The pair of one generation. It is worked out from its claims and when it was issued, and nothing is drawn: whoever
 * lost the answer on the way can be given the very same pair again.
 */
export async function pairOf(claims: TokenClaims, issuedAt: Date): Promise<TokenPair> {
  const since = Math.floor(issuedAt.getTime() / 1_000);
  const [accessToken, refreshToken] = await Promise.all([
    sign("access", claims, since, env.JWT_EXPIRES_IN),
    sign("refresh", claims, since, env.JWT_REFRESH_EXPIRES_IN),
  ]);
  return { accessToken, refreshToken, expiresAt: new Date((since + env.JWT_EXPIRES_IN) * 1_000) };
}

/** The claims of a token of ours that has not run out; what they are worth, the session's row says. Else null. */
export async function readToken(kind: Kind, token: string): Promise<TokenClaims | null> {
  const options = { issuer: ISSUER, audience: kind, algorithms: ["HS256"] };
  const read = await jwtVerify(token, keyOf(kind), options).catch(() => null);
  const { sub, sid, gen } = read?.payload ?? {};
  if (typeof sub !== "string" || typeof sid !== "string" || typeof gen !== "number") return null;
  return { userId: sub, sessionId: sid, generation: gen };
}

function sign(kind: Kind, { userId, sessionId, generation }: TokenClaims, since: number, seconds: number): Promise<string> {
  return new SignJWT({ sid: sessionId, gen: generation })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setSubject(userId)
    .setIssuer(ISSUER)
    .setAudience(kind)
    .setIssuedAt(since)
    .setExpirationTime(since + seconds)
    .sign(keyOf(kind));
}

const keys = new Map<Kind, Uint8Array>();

/** A key of its own for each kind: one can never pass for the other. */
function keyOf(kind: Kind): Uint8Array {
  const known = keys.get(kind);
  if (known) return known;
  if (!env.JWT_SECRET) throw new Error("JWT_SECRET is not set.");
  const key = new Uint8Array(createHmac("sha256", env.JWT_SECRET).update(`aisle ${kind} token`).digest());
  keys.set(kind, key);
  return key;
}
