import { AppError, notFound } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import { drawQr, type Qr } from "~/lib/draw-qr";
import { databaseNow } from "~/server/db/clock";
import type { Db } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import { rateLimit } from "~/server/rate-limit";
import type { SessionClaims } from "~/server/services/session";
import { noteSecurity } from "../../security/note";
import { confirmPassword } from "../confirm-password";
import { mailSecondFactor } from "../mail";
import { endSessions } from "../sessions";
import { makeRecoveryCodes } from "./recovery-codes";
import { seal, unseal } from "./sealed";
import { enrolmentUri, newSecret, stepOf } from "./time-codes";

type Ask = { db: Db; actor: Actor; ip?: string };

/**
 * Begins: a secret for the authenticator app, as a QR code and as text. Nothing is asked of the person until a code of
 * it has come; beginning again gives another secret.
 * @throws AppError WRONG_PASSWORD (field password), RATE_LIMITED, INVALID_TRANSITION where one is set up already
 */
export async function startSecondFactor({ db, actor, password }: Ask & { password: string }): Promise<{ secret: string; qr: Qr }> {
  const { email } = await confirmPassword({ db, actor, password });
  const secret = newSecret();
  const sealed = seal(actor.id, secret);
  await transaction(db, async (tx) => {
    const before = await tx.secondFactor.findUnique({ where: { userId: actor.id }, select: { confirmedAt: true } });
    if (before?.confirmedAt) throw alreadyOn();
    await tx.secondFactor.upsert({
      where: { userId: actor.id },
      create: { userId: actor.id, secret: sealed },
      update: { secret: sealed, lastStep: 0 },
      select: { userId: true },
    });
  });
  return { secret, qr: drawQr(enrolmentUri(secret, email)) };
}

/**
 * Ends what `startSecondFactor` began, by a first code. Every other session ends, and the one that asks counts as
 * having shown the factor. The recovery codes are told here and never again.
 * @throws AppError SECOND_FACTOR_REQUIRED (field code) for a wrong code, INVALID_TRANSITION, RATE_LIMITED
 */
export async function confirmSecondFactor({ db, actor, ip, sessionId, code }: Ask & { sessionId: string | null; code: string }) {
  await rateLimit({ db, name: "second-factor-first", key: actor.id, points: 10, seconds: 900 });
  const now = await databaseNow(db);
  const done = await transaction(db, async (tx) => {
    const factor = await tx.secondFactor.findUnique({ where: { userId: actor.id } });
    if (!factor) throw new AppError("INVALID_TRANSITION", "Please begin anew: the code is not there any more.");
    if (factor.confirmedAt) throw alreadyOn();
    const secret = unseal(actor.id, factor.secret);
    const step = secret ? stepOf(secret, code, now) : null;
    if (step === null) throw new AppError("SECOND_FACTOR_REQUIRED", "That code does not fit. Check your phone's clock, and type the six digits it shows now.", { field: "code", facts: { wrong: true } });
    await tx.secondFactor.update({ where: { userId: actor.id }, data: { confirmedAt: now, lastStep: step }, select: { userId: true } });
    const recoveryCodes = await makeRecoveryCodes(tx, actor.id);
    const sessionVersion = await endSessions({ tx, userId: actor.id, except: sessionId });
    if (sessionId) await tx.session.updateMany({ where: { id: sessionId, userId: actor.id }, data: { secondFactorAt: now } });
    const person = await tx.user.findUnique({ where: { id: actor.id }, select: { id: true, name: true, email: true } });
    if (!person) throw notFound("account");
    await mailSecondFactor(tx, person, { on: true, once: `on ${sessionVersion}` });
    return { recoveryCodes, claims: { userId: actor.id, sessionVersion, sessionId } satisfies SessionClaims };
  });
  await noteSecurity({ db, kind: "second-factor-on", userId: actor.id, ip });
  return done;
}

function alreadyOn(): AppError {
  return new AppError("INVALID_TRANSITION", "A second factor is set up already. Take it off first.");
}
