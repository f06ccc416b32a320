import { AppError, notFound } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import type { Db } from "~/server/db/db";
import { rateLimit, resetRateLimit } from "~/server/rate-limit";
import { transaction } from "~/server/db/transaction";
import type { SessionClaims } from "~/server/services/session";
import { noteSecurity } from "../security/note";
import { assertStrongPassword } from "./strong-password";
import { mailPasswordChanged } from "./mail";
import { hashPassword, passwordMatches } from "./password";
import { endSessions } from "./sessions";

type Change = {
  db: Db;
  ip?: string;
  actor: Actor;
  /** The session that asks: the one that goes on. */
  sessionId: string | null;
  currentPassword: string;
  newPassword: string;
};

/**
 * Changes the password and ends every other session. Answers the claims that the asking session carries from now on:
 * its old cookie is worth nothing any more.
 * @throws AppError WRONG_PASSWORD (field currentPassword), RATE_LIMITED after 10 wrong ones in a quarter of an hour,
 * WEAK_PASSWORD (field newPassword), BUSY
 */
export async function changePassword(change: Change): Promise<SessionClaims> {
  const { db, actor, sessionId } = change;
  const limit = { db, name: "change-password", key: actor.id, points: 10, seconds: 900 };
  await rateLimit(limit);
  const before = await db.user.findUnique({
    where: { id: actor.id },
    select: { id: true, name: true, email: true, passwordHash: true },
  });
  if (!before) throw notFound("account");
  if (!(await passwordMatches(change.currentPassword, before.passwordHash))) throw wrongPassword();
  await resetRateLimit(limit);
  assertStrongPassword(change.newPassword, before);
  const passwordHash = await hashPassword(change.newPassword);
  const renewed = await transaction(db, async (tx) => {
    // Another change may have come between: then the password that was given is no longer the current one.
    const { count } = await tx.user.updateMany({
      where: { id: actor.id, passwordHash: before.passwordHash },
      data: { passwordHash },
    });
    if (count === 0) throw wrongPassword();
    const sessionVersion = await endSessions({ tx, userId: actor.id, except: sessionId });
    await mailPasswordChanged(tx, before, sessionVersion);
    return { userId: actor.id, sessionVersion, sessionId };
  });
  await noteSecurity({ db, kind: "password-changed", userId: actor.id, ip: change.ip });
  return renewed;
}

function wrongPassword(): AppError {
  return new AppError("WRONG_PASSWORD", "That is not your current password.", { field: "currentPassword" });
}
