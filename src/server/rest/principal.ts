import { KEY_PREFIX } from "~/domain/api-key";
import { AppError } from "~/domain/errors";
import { mayOrganize, type Actor } from "~/domain/permissions";
import { env } from "~/env";
import { claimsFromCookies } from "~/server/session-cookie";
import type { Db } from "~/server/db/db";
import type { Call } from "~/server/http/exchange";
import { keyHolder, type KeyHolder } from "~/server/services/api-keys/key-holder";
import { noteSecurity } from "~/server/services/security/note";
import { assertMayRefund, secondFactorFirst } from "~/server/services/account/second-factor/asked";
import { viewerFor, type Viewer } from "~/server/services/session";
import { noteUsed } from "~/server/services/tokens/refresh-pair";
import { readToken } from "~/server/services/tokens/token-pair";
import type { Door, Endpoint } from "./endpoint";

/** Who asks, and how they showed it. */
export type Principal =
  | { kind: "nobody"; actor: null; sessionId: null }
  | { kind: "session"; actor: Actor; sessionId: string | null; secondFactor: boolean; withheld: boolean }
  // A key shows no second factor, whoever made it (docs/decisions/0160).
  | ({ kind: "key"; sessionId: null; secondFactor: false } & KeyHolder);

const NOBODY: Principal = { kind: "nobody", actor: null, sessionId: null };

/**
 * Who a call is from: a bearer's token or key, else the browser's cookie. Roles and sessions are read again at each call.
 * @throws AppError UNAUTHORIZED where a bearer shows what holds no more: better said than taken for a stranger
 */
export async function principalOf(db: Db, call: Call, door: Door): Promise<Principal> {
  if (door === "open") return NOBODY;
  const authorization = call.headers.get("authorization");
  if (authorization !== undefined) return bearer(db, authorization, call.ip);
  const claims = claimsFromCookies(call.headers.get("cookie") ?? null);
  const viewer = claims && (await viewerFor({ db, claims }));
  if (!claims || !viewer) return NOBODY;
  assertOwnPage(call);
  return asPrincipal(viewer, claims.sessionId);
}

function asPrincipal({ id, role, secondFactor, withheld }: Viewer, sessionId: string | null): Principal {
  return { kind: "session", actor: { id, role }, sessionId, secondFactor, withheld };
}

async function bearer(db: Db, authorization: string, ip: string): Promise<Principal> {
  const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? "";
  if (token.startsWith(KEY_PREFIX)) {
    const holder = await keyHolder({ db, key: token, ip });
    if (!holder) await noteSecurity({ db, kind: "key-refused", ip });
    if (!holder) throw new AppError("UNAUTHORIZED", "This API key does not hold: it is wrong, was revoked or has run out.");
    return { kind: "key", sessionId: null, secondFactor: false, ...holder };
  }
  const claims = await readToken("access", token);
  const viewer = claims && (await viewerFor({ db, claims: { ...claims, sessionVersion: null } }));
  if (!claims || !viewer) throw new AppError("UNAUTHORIZED", "This sign-in has ended. Please sign in again.");
  await noteUsed({ db, claims });
  return asPrincipal(viewer, claims.sessionId);
}

/** A cookie comes along whoever wrote the page: what changes something must come from a page of ours. */
function assertOwnPage({ method, headers }: Call): void {
  const origin = headers.get("origin");
  if (method === "GET" || method === "HEAD" || !origin) return;
  if (origin === new URL(env.APP_URL).origin || env.CORS_ORIGIN.includes(origin)) return;
  if (headers.get("sec-fetch-site") === "same-origin") return;
  throw new AppError("FORBIDDEN", "This page may not do that in your name.");
}

/**
 * The actor that an endpoint may work for.
 * @throws AppError UNAUTHORIZED, FORBIDDEN (role; a key without the scope, or of another event), SECOND_FACTOR_REQUIRED
 */
export function admit(row: Endpoint, principal: Principal, input: Record<string, unknown>): Actor | null {
  if (row.door === "open") return null;
  if (principal.kind === "nobody" && row.door !== "anyone") throw new AppError("UNAUTHORIZED", "Please sign in first.");
  const actor = principal.kind === "key" ? admitKey(row, principal, input) : principal.actor;
  if (row.door === "organizer" && principal.kind === "session") {
    if (principal.withheld) throw secondFactorFirst();
    if (!mayOrganize(principal.actor)) throw new AppError("FORBIDDEN", "This is for organizers.");
  }
  if (row.refunds && principal.kind !== "nobody") assertMayRefund(principal);
  return actor;
}

function admitKey(row: Endpoint, key: Principal & { kind: "key" }, input: Record<string, unknown>): Actor | null {
  const allowed = row.scope !== undefined && key.scopes.has(row.scope);
  const aboutEvent = row.path.startsWith("/api/events/{id}") ? input.id : undefined;
  const ofThisEvent = key.eventId === null || aboutEvent === key.eventId;
  // What anyone may read a key may read too, but as anyone.
  if (row.door === "anyone") return allowed && ofThisEvent ? key.actor : null;
  if (!allowed) {
    const needed = row.scope ? `It needs the scope "${row.scope}".` : "Sign in as a person.";
    throw new AppError("FORBIDDEN", `This API key may not do that. ${needed}`);
  }
  if (!ofThisEvent) throw new AppError("FORBIDDEN", "This API key is for another event.");
  return key.actor;
}
