import { AppError } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import type { Db } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import { mailSecondFactor } from "../account/mail";
import { forgetSecondFactor } from "../account/second-factor/manage";
import { endSessions } from "../account/sessions";
import { audit } from "../audit";
import { noteSecurity } from "../security/note";
import { changeable } from "./change-user";

/**
 * Takes the second factor off the account of who has lost phone and recovery codes. Every session ends and the owner
 * gets a mail, for the case that somebody else asked.
 * @throws AppError NOT_FOUND; FORBIDDEN for one's own account; INVALID_TRANSITION where none is set up
 */
export async function clearSecondFactor({ db, actor, userId, ip }: { db: Db; actor: Actor; userId: string; ip?: string }) {
  await transaction(db, async (tx) => {
    const { id, name, email } = await changeable(tx, actor, userId);
    if (!(await tx.secondFactor.findUnique({ where: { userId }, select: { userId: true } }))) {
      throw new AppError("INVALID_TRANSITION", "This account has no second factor.");
    }
    await forgetSecondFactor(tx, userId);
    const sessionVersion = await endSessions({ tx, userId });
    await mailSecondFactor(tx, { id, name, email }, { on: false, once: `cleared ${sessionVersion}` });
    await audit(tx, { actor, action: "user.clearSecondFactor", entity: "user", entityId: userId });
  });
  await noteSecurity({ db, kind: "second-factor-off", userId, ip, facts: { by: actor.id } });
  return { id: userId };
}
