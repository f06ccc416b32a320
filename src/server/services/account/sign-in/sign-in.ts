import { AppError } from "~/domain/errors";
import type { Db } from "~/server/db/db";
import { rateLimit, resetRateLimit, uncount, type RateLimit } from "~/server/rate-limit";
import type { SessionClaims } from "~/server/services/session";
import { noteSecurity, signOfAddress } from "~/server/services/security/note";
import { crowd, inLine } from "~/server/services/account/crowd";
import { knownDevice } from "~/server/services/account/known-device";
import { passwordMatches } from "~/server/services/account/password";
import { secondStep } from "~/server/services/account/second-factor/second-step";

type Attempt = {
  db: Db;
  email: string;
  password: string;
  ip: string;
  userAgent: string;
  /** Of the authenticator app, or a recovery code: for accounts that have a second factor. */
  code?: string;
  /** The Cookie header, by which a browser that signed in before is known. */
  cookies?: string | null;
};
type Account = { id: string; sessionVersion: number };

const QUARTER_HOUR = 900;

/**
 * Checks address and password and opens a session. An unknown address, a wrong password and an account that was
 * suspended or deleted get one answer after one bcrypt comparison. Only wrong tries are counted (`limitsOf`). Where the
 * account has a second factor, its code is asked for after the right password alone.
 * @throws AppError WRONG_PASSWORD, SECOND_FACTOR_REQUIRED (field code; `facts.wrong` where one was given), RATE_LIMITED, BUSY
 */
export async function signIn(attempt: Attempt): Promise<SessionClaims> {
  const { db, email, password, ip, userAgent } = attempt;
  const user = await db.user.findUnique({
    where: { email },
    select: {
      id: true,
      passwordHash: true,
      sessionVersion: true,
      suspendedAt: true,
      deletedAt: true,
      secondFactor: { select: { confirmedAt: true } },
    },
  });
  const { own, place } = limitsOf(attempt, user);
  const about = { db, userId: user?.id, ip, facts: { address: signOfAddress(email) } };
  try {
    await rateLimit(own);
    if (place) await rateLimit(place);
  } catch (error) {
    await noteSecurity({ ...about, kind: "sign-in-locked" });
    throw error;
  }
  const matches = await passwordMatches(password, user?.passwordHash ?? null, inLine(ip));
  if (!user || !matches || user.suspendedAt || user.deletedAt) {
    await noteSecurity({ ...about, kind: "sign-in-failed" });
    throw new AppError(
      "WRONG_PASSWORD",
      "That address and password do not belong together. Check both and try again.",
    );
  }
  await Promise.all([resetRateLimit(own), place && uncount(place)]);
  const secondFactorAt = user.secondFactor?.confirmedAt ? await secondStep({ ...attempt, userId: user.id }) : null;
  const session = await db.session.create({
    data: { userId: user.id, ip, userAgent: userAgent.slice(0, 300), secondFactorAt },
    select: { id: true },
  });
  await noteSecurity({ ...about, kind: "sign-in", facts: { sessionId: session.id, secondFactor: secondFactorAt !== null } });
  return { userId: user.id, sessionVersion: user.sessionVersion, sessionId: session.id };
}

/**
 * Wrong tries in a quarter of an hour: 10 for an account from one place, 100 from one place for all accounts. A
 * browser that signed in to this account before has 10 of its own and none of those, so that nobody can shut its owner
 * out. A new session version, as a completed reset makes it, begins the account's count anew everywhere.
 */
function limitsOf({ db, email, ip, cookies }: Attempt, user: Account | null): { own: RateLimit; place: RateLimit | null } {
  const limit = (name: string, key: string, points: number) => ({ db, name, key, points, seconds: QUARTER_HOUR });
  const device = user && knownDevice(cookies, user.id);
  if (device) return { own: limit("sign-in-device", `${email} ${device}`, 10), place: null };
  return {
    own: limit("sign-in", `${email} ${user?.sessionVersion ?? 1} ${ip}`, 10),
    place: limit("sign-in-ip", ip, 100 * crowd(ip)),
  };
}
