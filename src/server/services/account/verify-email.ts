import { notFound } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import type { Db } from "~/server/db/db";
import { rateLimit } from "~/server/rate-limit";
import { transaction } from "~/server/db/transaction";
import { crowd } from "./crowd";
import { mailVerification } from "./mail";
import { forgetTokens, spendToken } from "./one-time-token";

/**
 * Notes that an address belongs to its account, by the link of a mail.
 * @throws AppError NOT_FOUND where the link is used or too old, RATE_LIMITED
 */
export async function verifyEmail({ db, ip, token }: { db: Db; ip: string; token: string }): Promise<void> {
  await rateLimit({ db, name: "verify-use", key: ip, points: 30 * crowd(ip), seconds: 3_600 });
  await transaction(db, async (tx) => {
    const id = await spendToken({ tx, token, kind: "VERIFY_EMAIL" });
    await tx.user.updateMany({ where: { id, emailVerifiedAt: null }, data: { emailVerifiedAt: new Date() } });
  });
}

/**
 * Sends the link again, unless the address is confirmed already.
 * @throws AppError RATE_LIMITED after 5 in an hour
 */
export async function resendVerification({ db, actor }: { db: Db; actor: Actor }): Promise<void> {
  await rateLimit({ db, name: "verify", key: actor.id, points: 5, seconds: 3_600 });
  await transaction(db, async (tx) => {
    const person = await tx.user.findUnique({
      where: { id: actor.id },
      select: { id: true, name: true, email: true, emailVerifiedAt: true },
    });
    if (!person) throw notFound("account");
    if (person.emailVerifiedAt) return;
    await forgetTokens({ tx, userId: person.id, kind: "VERIFY_EMAIL" });
    await mailVerification(tx, person);
  });
}
