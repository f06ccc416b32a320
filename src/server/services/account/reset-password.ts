import type { Db } from "~/server/db/db";
import { passes, rateLimit } from "~/server/rate-limit";
import { transaction } from "~/server/db/transaction";
import { noteSecurity, signOfAddress } from "../security/note";
import { crowd, inLine } from "./crowd";
import { mailPasswordChanged, mailPasswordReset } from "./mail";
import { forgetTokens, spendToken } from "./one-time-token";
import { hashPassword } from "./password";
import { assertStrongPassword } from "./strong-password";
import { endSessions } from "./sessions";

const HOUR = 3_600;

/**
 * Sends the link by which a lost password is replaced. The answer is the same whether or not the address has an
 * account. One place may ask 5 times an hour for one address and 30 times for all. Whoever else asks for it, its owner
 * is never refused: after 20 mails an hour no more are sent, and the link of the last stays good.
 * @throws AppError RATE_LIMITED
 */
export async function requestPasswordReset({
  db,
  ip,
  email,
}: {
  db: Db;
  ip: string;
  email: string;
}): Promise<void> {
  await rateLimit({ db, name: "reset-ip", key: ip, points: 30 * crowd(ip), seconds: HOUR });
  await rateLimit({ db, name: "reset", key: `${email} ${ip}`, points: 5, seconds: HOUR });
  if (!(await passes({ db, name: "reset-mails", key: email, points: 20, seconds: HOUR }))) return;
  await noteSecurity({ db, kind: "reset-asked", ip, facts: { address: signOfAddress(email) } });
  await transaction(db, async (tx) => {
    const person = await tx.user.findUnique({
      where: { email },
      select: { id: true, name: true, email: true, emailVerifiedAt: true, suspendedAt: true, deletedAt: true },
    });
    if (!person || person.suspendedAt || person.deletedAt) return;
    await forgetTokens({ tx, userId: person.id, kind: "PASSWORD_RESET" });
    await mailPasswordReset(tx, person.emailVerifiedAt ? person : { id: person.id, email: person.email });
  });
}

type Reset = { db: Db; ip: string; token: string; newPassword: string };

/**
 * Sets a new password by the link of a mail, and ends every session. Who reads the mail owns the address: it counts
 * as confirmed.
 * @throws AppError NOT_FOUND where the link is used or too old, WEAK_PASSWORD (field newPassword; the link stays good), RATE_LIMITED, BUSY
 */
export async function resetPassword({ db, ip, token, newPassword }: Reset): Promise<void> {
  await rateLimit({ db, name: "reset-use", key: ip, points: 30 * crowd(ip), seconds: HOUR });
  // Weak in itself: refused before the link is looked at, so that it stays good.
  assertStrongPassword(newPassword, null);
  const passwordHash = await hashPassword(newPassword, inLine(ip));
  const whose = await transaction(db, async (tx) => {
    const userId = await spendToken({ tx, token, kind: "PASSWORD_RESET" });
    const person = await tx.user.update({
      where: { id: userId },
      data: { passwordHash },
      select: { id: true, name: true, email: true },
    });
    assertStrongPassword(newPassword, person);
    await tx.user.updateMany({
      where: { id: userId, emailVerifiedAt: null },
      data: { emailVerifiedAt: new Date() },
    });
    const sessionVersion = await endSessions({ tx, userId });
    await mailPasswordChanged(tx, person, sessionVersion);
    return userId;
  });
  await noteSecurity({ db, kind: "reset-used", userId: whose, ip });
}
