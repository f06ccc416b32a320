import type { Actor } from "~/domain/permissions";
import type { Db } from "~/server/db";

/** What a signed cookie claims. */
export type SessionClaims = { userId: string; sessionVersion: number; sessionId: string | null };

/**
 * Who the claims belong to now, or null: the account is gone or suspended, its sessions were ended
 * (another sessionVersion), or this one was (revoked). One read by primary key.
 */
export async function viewerFor({ db, claims }: { db: Db; claims: SessionClaims }): Promise<Actor | null> {
  const user = await db.user.findUnique({
    where: { id: claims.userId },
    select: { id: true, role: true, sessionVersion: true, suspendedAt: true, deletedAt: true },
  });
  if (!user || user.suspendedAt || user.deletedAt || user.sessionVersion !== claims.sessionVersion) return null;
  if (claims.sessionId) {
    const session = await db.session.findUnique({ where: { id: claims.sessionId }, select: { revokedAt: true } });
    if (!session || session.revokedAt) return null;
  }
  return { id: user.id, role: user.role };
}
