import type { Actor } from "~/domain/permissions";
import type { Db } from "~/server/db";

/** A sign-in lasts 30 days. */
export const SESSION_SECONDS = 30 * 24 * 3_600;

const SEEN_EVERY_MS = 10 * 60_000;

/** What a signed cookie claims. */
export type SessionClaims = { userId: string; sessionVersion: number; sessionId: string | null };

type Ask = { db: Db; claims: SessionClaims; now?: Date };

/**
 * Who the claims belong to now, or null: the account is gone or suspended, its sessions were ended
 * (another sessionVersion), or this one was (revoked). Reads by primary key only; notes at most every ten minutes
 * that the session is in use.
 */
export async function viewerFor({
  db,
  claims,
  now = new Date(),
}: Ask): Promise<(Actor & { name: string }) | null> {
  const user = await db.user.findUnique({
    where: { id: claims.userId },
    select: { id: true, name: true, role: true, sessionVersion: true, suspendedAt: true, deletedAt: true },
  });
  if (!user || user.suspendedAt || user.deletedAt || user.sessionVersion !== claims.sessionVersion)
    return null;
  if (claims.sessionId && !(await isLive(db, claims.sessionId, user.id, now))) return null;
  return { id: user.id, role: user.role, name: user.name };
}

async function isLive(db: Db, id: string, userId: string, now: Date): Promise<boolean> {
  const session = await db.session.findUnique({
    where: { id },
    select: { userId: true, revokedAt: true, lastSeenAt: true },
  });
  if (!session || session.revokedAt || session.userId !== userId) return false;
  const unseenSince = new Date(now.getTime() - SEEN_EVERY_MS);
  if (session.lastSeenAt < unseenSince) {
    await db.session.updateMany({
      where: { id, lastSeenAt: { lt: unseenSince } },
      data: { lastSeenAt: now },
    });
  }
  return true;
}

/** Ends the session that signed out. Whoever asks holds its cookie. */
export async function signOut({ db, claims }: { db: Db; claims: SessionClaims }): Promise<void> {
  if (!claims.sessionId) return;
  await db.session.updateMany({
    where: { id: claims.sessionId, userId: claims.userId, revokedAt: null },
    data: { revokedAt: new Date() },
  });
}
