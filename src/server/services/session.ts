import type { Actor } from "~/domain/permissions";
import { env } from "~/env";
import type { Db } from "~/server/db/db";
import { readOnce } from "~/server/db/one-trip";
import { pace } from "~/server/patience";

/** A sign-in lasts 30 days. */
export const SESSION_SECONDS = 30 * 24 * 3_600;
/** And ends before where nobody came for so long: an admin's after half a day. */
const IDLE = { ADMIN: "12 hours", others: "14 days" };

/**
 * What a signed cookie or token claims. A token of the API names no version: its session's row alone decides, so that
 * it outlives a change of password by its own session.
 */
export type SessionClaims = { userId: string; sessionVersion: number | null; sessionId: string | null };

type Ask = { db: Db; claims: SessionClaims; now?: Date };

const VIEWER = {
  name: "viewer",
  text: `
    SELECT u.id AS viewer, u.id, u.name, u.role::text, s."lastSeenAt", s."secondFactorAt" IS NOT NULL AS "secondFactor"
      FROM "User" u LEFT JOIN "Session" s ON s.id = $1 AND s."userId" = u.id AND s."revokedAt" IS NULL
       AND (u.role <> 'ADMIN' OR s."lastSeenAt" > now() - interval '${IDLE.ADMIN}')
       AND ($3::int IS NULL OR (s."createdAt" > now() - interval '${SESSION_SECONDS} seconds' AND s."lastSeenAt" > now() - interval '${IDLE.others}'))
     WHERE u.id = $2 AND u."sessionVersion" = coalesce($3::int, u."sessionVersion") AND u."suspendedAt" IS NULL AND u."deletedAt" IS NULL
       AND (s.id IS NOT NULL OR $1::text IS NULL)`,
};

export type Viewer = Actor & {
  name: string;
  /** Whether this sign-in showed a second factor. */
  secondFactor: boolean;
  /** An admin's rights come with a second factor where the shop asks for one: until then a buyer's. */
  withheld: boolean;
};

type Row = Omit<Viewer, "withheld"> & { lastSeenAt: Date | null };

/**
 * Who the claims belong to now, or null: the account is gone or suspended, its sessions were ended
 * (another sessionVersion), or this one was (revoked, 30 days old, idle too long; tokens of the API, which name no
 * version, have times of their own and only an admin's idle limit). By the database's clock. One trip, by primary keys only, as every call makes it;
 * notes at most every ten minutes that the session is in use.
 */
export async function viewerFor({
  db,
  claims,
  now = new Date(),
}: Ask): Promise<Viewer | null> {
  const { userId, sessionId, sessionVersion } = claims;
  if (sessionId === null && sessionVersion === null) return null;
  const [viewer] = await readOnce<Row>(db, { ...VIEWER, values: [sessionId, userId, sessionVersion] });
  if (!viewer) return null;
  if (sessionId && viewer.lastSeenAt) await noteUse({ db, sessionId, lastSeenAt: viewer.lastSeenAt, now });
  const { id, name, role, secondFactor } = viewer;
  const withheld = env.SECOND_FACTOR_REQUIRED && role === "ADMIN" && !secondFactor;
  return { id, name, secondFactor, withheld, role: withheld ? "USER" : role };
}

async function noteUse(session: { db: Db; sessionId: string; lastSeenAt: Date; now: Date }): Promise<void> {
  const { db, sessionId, lastSeenAt, now } = session;
  const unseenSince = new Date(now.getTime() - pace.seenMs);
  if (lastSeenAt >= unseenSince) return;
  await db.session.updateMany({
    where: { id: sessionId, lastSeenAt: { lt: unseenSince } },
    data: { lastSeenAt: now },
  });
}

/** Ends the session that signed out. Whoever asks holds its cookie. */
export async function signOut({ db, claims }: { db: Db; claims: SessionClaims }): Promise<void> {
  if (!claims.sessionId) return;
  await db.session.updateMany({
    where: { id: claims.sessionId, userId: claims.userId, revokedAt: null },
    data: { revokedAt: new Date() },
  });
}
