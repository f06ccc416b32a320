import { AppError } from "~/domain/errors";
import { databaseNow } from "~/server/db/clock";
import type { Db } from "~/server/db/db";
import { rateLimit, resetRateLimit } from "~/server/rate-limit";
import { noteSecurity } from "../../security/note";
import { spendRecoveryCode } from "./recovery-codes";
import { unseal } from "./sealed";
import { stepOf } from "./time-codes";

type Try = { db: Db; userId: string; code: string; ip?: string; /** What tells this place from others: a device, an address. */ place?: string };

/**
 * Takes a code of the authenticator app, or a recovery code. A code that was taken is not taken again, nor one before
 * it: of many at once one passes. Counted before it is looked at: 5 wrong ones from one place in a quarter of an hour,
 * 50 from everywhere in a day.
 * @returns when it passed, by the database's clock
 * @throws AppError SECOND_FACTOR_REQUIRED (field code, `facts.wrong`), RATE_LIMITED
 */
export async function passSecondFactor({ db, userId, code, ip = "", place = "" }: Try): Promise<Date> {
  const here = { db, name: "second-factor", key: `${userId} ${place}`, points: 5, seconds: 900 };
  const everywhere = { db, name: "second-factor-day", key: userId, points: 50, seconds: 86_400 };
  await rateLimit(here);
  await rateLimit(everywhere);
  const now = await databaseNow(db);
  const how = await takes(db, userId, code, now);
  if (!how) {
    await noteSecurity({ db, kind: "second-factor-failed", userId, ip });
    throw new AppError("SECOND_FACTOR_REQUIRED", "That code is wrong, or was used already. Wait for the next one and try again.", {
      field: "code",
      facts: { wrong: true },
    });
  }
  await Promise.all([resetRateLimit(here), resetRateLimit(everywhere)]);
  if (how === "recovery") await noteSecurity({ db, kind: "recovery-code-used", userId, ip });
  return now;
}

async function takes(db: Db, userId: string, code: string, now: Date): Promise<"app" | "recovery" | null> {
  const factor = await db.secondFactor.findUnique({ where: { userId }, select: { secret: true } });
  const secret = factor && unseal(userId, factor.secret);
  const step = secret ? stepOf(secret, code, now) : null;
  if (step !== null) {
    const taken = await db.secondFactor.updateMany({
      where: { userId, lastStep: { lt: step } },
      data: { lastStep: step },
    });
    return taken.count === 1 ? "app" : null;
  }
  return (await spendRecoveryCode({ tx: db, userId, code, now })) ? "recovery" : null;
}
