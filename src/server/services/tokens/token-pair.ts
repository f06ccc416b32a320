import { createHmac, webcrypto } from "node:crypto";
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
  const known = verified.get(`${kind} ${token}`);
  if (known && known.endsAtMs > Date.now()) return known.claims;
  const options = { issuer: ISSUER, audience: kind, algorithms: ["HS256"], requiredClaims: ["exp"] };
  const read = await jwtVerify(token, await keyOf(kind), options).catch(() => null);
  const { sub, sid, gen, exp } = read?.payload ?? {};
  if (typeof sub !== "string" || typeof sid !== "string" || typeof gen !== "number" || exp === undefined) return null;
  const claims = { userId: sub, sessionId: sid, generation: gen };
  if (verified.size >= VERIFIED) verified.clear();
  verified.set(`${kind} ${token}`, { claims, endsAtMs: exp * 1_000 });
  return claims;
}

/** Tokens whose signature was checked by this process, until they run out: an app shows the same one at each call. */
const verified = new Map<string, { claims: TokenClaims; endsAtMs: number }>();
const VERIFIED = 10_000;

async function sign(kind: Kind, { userId, sessionId, generation }: TokenClaims, since: number, seconds: number): Promise<string> {
  return new SignJWT({ sid: sessionId, gen: generation })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setSubject(userId)
    .setIssuer(ISSUER)
    .setAudience(kind)
    .setIssuedAt(since)
    .setExpirationTime(since + seconds)
    .sign(await keyOf(kind));
}

const keys = new Map<Kind, Promise<webcrypto.CryptoKey>>();

/** A key of its own for each kind: one can never pass for the other. Made once: from bytes it would be at each call. */
function keyOf(kind: Kind): Promise<webcrypto.CryptoKey> {
  const known = keys.get(kind);
  if (known) return known;
  if (!env.JWT_SECRET) throw new Error("JWT_SECRET is not set.");
  const bytes = createHmac("sha256", env.JWT_SECRET).update(`aisle ${kind} token`).digest();
  const key = webcrypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign", "verify"]);
  keys.set(kind, key);
  return key;
}
