import type { Actor } from "~/domain/permissions";
import { env } from "~/env";
import type { Db, Tx } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import { noteSecurity } from "../../security/note";
import { confirmPassword } from "../confirm-password";
import { mailSecondFactor } from "../mail";
import { passSecondFactor } from "./pass";
import { makeRecoveryCodes } from "./recovery-codes";

type Ask = { db: Db; actor: Actor; ip?: string };

/**
 * How it stands with one's second factor. `asked`: the shop gives this account's rights (an admin's, or an organizer's
 * to refund) only to sign-ins that showed one.
 */
export async function getSecondFactor({ db, actor }: Ask) {
  const [factor, left, user] = await Promise.all([
    db.secondFactor.findUnique({ where: { userId: actor.id }, select: { confirmedAt: true } }),
    db.recoveryCode.count({ where: { userId: actor.id, usedAt: null } }),
    // The actor's role may be withheld until a factor is shown; this is the one it has.
    db.user.findUnique({ where: { id: actor.id }, select: { role: true } }),
  ]);
  const on = factor?.confirmedAt ?? null;
  return { since: on, recoveryCodesLeft: on ? left : 0, asked: env.SECOND_FACTOR_REQUIRED && user?.role !== "USER" };
}

/**
 * Takes the second factor off, by password and a code of it.
 * @throws AppError WRONG_PASSWORD, SECOND_FACTOR_REQUIRED (field code), RATE_LIMITED
 */
export async function removeSecondFactor({ db, actor, ip, password, code }: Ask & { password: string; code: string }): Promise<void> {
  const person = await confirmPassword({ db, actor, password });
  const at = await passSecondFactor({ db, userId: actor.id, code, ip });
  await transaction(db, async (tx) => {
    await forgetSecondFactor(tx, actor.id);
    await mailSecondFactor(tx, person, { on: false, once: `off ${at.toISOString()}` });
  });
  await noteSecurity({ db, kind: "second-factor-off", userId: actor.id, ip });
}

/** Forgets secret and recovery codes, and that sign-ins showed them. */
export async function forgetSecondFactor(tx: Tx, userId: string): Promise<void> {
  await tx.secondFactor.deleteMany({ where: { userId } });
  await tx.recoveryCode.deleteMany({ where: { userId } });
  await tx.session.updateMany({ where: { userId }, data: { secondFactorAt: null } });
}

/**
 * Ten new recovery codes by a code of the authenticator app; the old ones are worth nothing any more.
 * @throws AppError SECOND_FACTOR_REQUIRED (field code), RATE_LIMITED
 */
export async function renewRecoveryCodes({ db, actor, ip, code }: Ask & { code: string }): Promise<{ recoveryCodes: string[] }> {
  await passSecondFactor({ db, userId: actor.id, code, ip });
  return transaction(db, async (tx) => ({ recoveryCodes: await makeRecoveryCodes(tx, actor.id) }));
}
