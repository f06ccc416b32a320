import { notFound } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import type { Db, Tx } from "~/server/db/db";
import { SESSION_SECONDS } from "~/server/services/session";
import { transaction } from "~/server/db/transaction";
import { noteSecurity } from "../security/note";
import { forgetTokens } from "./one-time-token";

/**
 * Ends all of a person's sessions, or all but one, and answers the sessionVersion that counts from now on. Tokens
 * without a session row end by the version, rows by their mark; links to choose a password that were sent before open
 * nothing any more.
 */
export async function endSessions({
  tx,
  userId,
  except,
}: {
  tx: Tx;
  userId: string;
  except?: string | null;
}): Promise<number> {
  const { sessionVersion } = await tx.user.update({
    where: { id: userId },
    data: { sessionVersion: { increment: 1 } },
    select: { sessionVersion: true },
  });
  await forgetTokens({ tx, userId, kind: "PASSWORD_RESET" });
  await tx.session.updateMany({
    where: { userId, revokedAt: null, id: except ? { not: except } : undefined },
    data: { revokedAt: new Date() },
  });
  return sessionVersion;
}

/** Where a person is signed in, the latest first. `current` is the session that asks. */
export async function listSessions({ db, actor, sessionId, now = new Date() }: Ask & { now?: Date }) {
  const oldest = new Date(now.getTime() - SESSION_SECONDS * 1_000);
  const sessions = await db.session.findMany({
    where: { userId: actor.id, revokedAt: null, createdAt: { gt: oldest } },
    orderBy: { lastSeenAt: "desc" },
    take: 50,
    select: { id: true, userAgent: true, ip: true, createdAt: true, lastSeenAt: true },
  });
  return sessions.map((session) => ({ ...session, current: session.id === sessionId }));
}

type Ask = { db: Db; actor: Actor; sessionId: string | null };

/**
 * Ends one session of one's own; ending it twice is no error.
 * @throws AppError NOT_FOUND where it is another's
 */
export async function endSession({
  db,
  actor,
  id,
}: {
  db: Db;
  actor: Actor;
  id: string;
}): Promise<{ id: string }> {
  const { count } = await db.session.updateMany({
    where: { id, userId: actor.id, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  const own = count > 0 || (await db.session.count({ where: { id, userId: actor.id } })) > 0;
  if (!own) throw notFound("session");
  return { id };
}

/** Signs a person out everywhere, here too. */
export async function endAllSessions({ db, userId, ip }: { db: Db; userId: string; ip?: string }): Promise<void> {
  await transaction(db, (tx) => endSessions({ tx, userId }));
  await noteSecurity({ db, kind: "sessions-ended", userId, ip });
}
