import { createHmac, randomInt, timingSafeEqual } from "node:crypto";
import { AppError } from "~/domain/errors";
import { env } from "~/env";
import { databaseNow } from "~/server/db/clock";
import type { Db, Tx } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import { passes, rateLimit } from "~/server/rate-limit";
import { crowd } from "~/server/services/account/crowd";
import { mailSignInCode } from "~/server/services/account/mail";

const HOUR = 3_600;
const LIFETIME_MS = 600_000;
/** Guesses at one code: with 20 codes an hour for an address, a guesser has one chance in ten thousand. */
const MOST_TRIES = 5;

/**
 * Sends a code to sign in with; the one sent before opens nothing any more. The answer is the same whether or not the
 * address has an account, since one without may begin with it. Suspended accounts get none. The limits are those of a
 * lost password: 5 an hour for an address from one place, 30 for all; after 20 mails an hour no more are sent.
 * @throws AppError RATE_LIMITED, BUSY
 */
export async function requestSignInCode({ db, ip, email }: { db: Db; ip: string; email: string }): Promise<void> {
  await rateLimit({ db, name: "code-ip", key: ip, points: 30 * crowd(ip), seconds: HOUR });
  await rateLimit({ db, name: "code", key: `${email} ${ip}`, points: 5, seconds: HOUR });
  if (!(await passes({ db, name: "code-mails", key: email, points: 20, seconds: HOUR }))) return;
  await transaction(db, async (tx) => {
    const person = await tx.user.findUnique({ where: { email }, select: { id: true, name: true, email: true, suspendedAt: true, deletedAt: true } });
    if (person?.suspendedAt || person?.deletedAt) return;
    const code = String(randomInt(1_000_000)).padStart(6, "0");
    const fresh = { codeHash: digest(email, code), tries: 0, expiresAt: new Date((await databaseNow(tx)).getTime() + LIFETIME_MS) };
    await tx.signInCode.upsert({ where: { email }, create: { email, ...fresh }, update: fresh });
    await mailSignInCode(tx, person ?? { id: null, email }, code);
  });
}

/**
 * Whether this is the address's living code. Every call counts as a try, before it is compared, so that many at once
 * cannot slip through together.
 * @throws AppError WRONG_PASSWORD where it is wrong, used, too old, or was guessed at too often
 */
export async function checkCode({ db, email, code }: { db: Db; email: string; code: string }): Promise<void> {
  const [row] = await db.$queryRaw<{ codeHash: string }[]>`
    UPDATE "SignInCode" SET tries = tries + 1
     WHERE email = ${email} AND tries < ${MOST_TRIES} AND "expiresAt" > now() RETURNING "codeHash"`;
  if (!row || !timingSafeEqual(Buffer.from(row.codeHash), Buffer.from(digest(email, code)))) throw wrongCode();
}

/** Uses the code up: whoever comes second with it is refused. @throws AppError WRONG_PASSWORD */
export async function spendCode({ tx, email, code }: { tx: Tx; email: string; code: string }): Promise<void> {
  const { count } = await tx.signInCode.deleteMany({ where: { email, codeHash: digest(email, code) } });
  if (count === 0) throw wrongCode();
}

/** What every code that does not open is answered. */
export function wrongCode(): AppError {
  return new AppError("WRONG_PASSWORD", "That code is not right, or not any more. Look at the newest mail, or ask for another code.");
}

/** Keyed: six digits by themselves would be found from their digest in a moment. */
function digest(email: string, code: string): string {
  if (!env.NEXTAUTH_SECRET) throw new Error("NEXTAUTH_SECRET is not set.");
  return createHmac("sha256", `sign-in code ${env.NEXTAUTH_SECRET}`).update(`${email} ${code}`).digest("hex");
}
