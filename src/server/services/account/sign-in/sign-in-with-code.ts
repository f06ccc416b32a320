import { randomBytes } from "node:crypto";
import { AppError } from "~/domain/errors";
import { databaseNow } from "~/server/db/clock";
import type { Db } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import { rateLimit } from "~/server/rate-limit";
import type { SessionClaims } from "~/server/services/session";
import { noteSecurity, signOfAddress } from "~/server/services/security/note";
import { crowd, inLine } from "~/server/services/account/crowd";
import { hashPassword } from "~/server/services/account/password";
import { secondStep } from "~/server/services/account/second-factor/second-step";
import { checkCode, spendCode, wrongCode } from "./sign-in-code";

type Attempt = {
  db: Db;
  email: string;
  code: string;
  /** Of a new account. */
  name?: string;
  ip: string;
  userAgent: string;
  /** Of the authenticator app, or a recovery code: for accounts that have a second factor. */
  factorCode?: string;
  cookies?: string | null;
};

/**
 * Opens a session by the code of a mail (`requestSignInCode`). An address without an account gets one, under `name`, with a
 * password that nobody knows: "Forgot your password?" gives it one that somebody does. Who reads the mail owns the
 * address: it counts as confirmed. An account with a second factor is asked for that too. The code is used up only where
 * somebody is signed in.
 * @throws AppError WRONG_PASSWORD, SECOND_FACTOR_REQUIRED, INVALID_INPUT (field name: there is no account yet and no name was given), RATE_LIMITED, BUSY
 */
export async function signInWithCode({ db, email, code, name, ip, userAgent, factorCode, cookies }: Attempt): Promise<SessionClaims> {
  await rateLimit({ db, name: "code-use", key: ip, points: 60 * crowd(ip), seconds: 900 });
  const about = { db, ip, facts: { address: signOfAddress(email) } };
  const known = await db.user.findUnique({ where: { email }, select: { id: true, secondFactor: { select: { confirmedAt: true } } } });
  await checkCode({ db, email, code }).catch(async (error: unknown) => {
    await noteSecurity({ ...about, userId: known?.id, kind: "sign-in-failed" });
    throw error;
  });
  if (!known && !name) throw new AppError("INVALID_INPUT", "There is no account with this address yet. Tell us your name and it is made.", { field: "name" });
  const passwordHash = known ? "" : await hashPassword(randomBytes(32).toString("base64url"), inLine(ip));
  const secondFactorAt = known?.secondFactor?.confirmedAt ? await secondStep({ db, userId: known.id, ip, cookies, code: factorCode }) : null;
  const claims = await transaction(db, async (tx) => {
    await spendCode({ tx, email, code });
    const now = await databaseNow(tx);
    const shown = { id: true, sessionVersion: true, suspendedAt: true, deletedAt: true, emailVerifiedAt: true } as const;
    const user =
      (await tx.user.findUnique({ where: { email }, select: shown })) ??
      (await tx.user.create({ data: { email, name: name ?? email, passwordHash, emailVerifiedAt: now }, select: shown }));
    if (user.suspendedAt || user.deletedAt) throw wrongCode();
    if (!user.emailVerifiedAt) await tx.user.update({ where: { id: user.id }, data: { emailVerifiedAt: now }, select: { id: true } });
    const session = await tx.session.create({ data: { userId: user.id, ip, userAgent: userAgent.slice(0, 300), secondFactorAt }, select: { id: true } });
    return { userId: user.id, sessionVersion: user.sessionVersion, sessionId: session.id };
  });
  const { userId, sessionId } = claims;
  await noteSecurity({ ...about, userId, kind: "sign-in", facts: { sessionId, secondFactor: secondFactorAt !== null, byMail: true } });
  return claims;
}
