import { AppError } from "~/domain/errors";
import type { Db } from "~/server/db/db";
import { rateLimit, resetRateLimit, uncount } from "~/server/rate-limit";
import type { SessionClaims } from "~/server/services/session";
import { crowd } from "./crowd";
import { passwordMatches } from "./password";

type Attempt = { db: Db; email: string; password: string; ip: string; userAgent: string };

const QUARTER_HOUR = 900;

/**
 * Checks address and password and opens a session. An unknown address, a wrong password and an account that was
 * suspended or deleted get one answer after one bcrypt comparison. Only wrong tries are counted: 10 for an address
 * from one place in a quarter of an hour, 100 from one place for all addresses.
 * @throws AppError WRONG_PASSWORD, RATE_LIMITED
 */
export async function signIn({ db, email, password, ip, userAgent }: Attempt): Promise<SessionClaims> {
  const byPlace = { db, name: "sign-in-ip", key: ip, points: 100 * crowd(ip), seconds: QUARTER_HOUR };
  const byAddress = { db, name: "sign-in", key: `${email} ${ip}`, points: 10, seconds: QUARTER_HOUR };
  await rateLimit(byAddress);
  await rateLimit(byPlace);
  const user = await db.user.findUnique({
    where: { email },
    select: { id: true, passwordHash: true, sessionVersion: true, suspendedAt: true, deletedAt: true },
  });
  const matches = await passwordMatches(password, user?.passwordHash ?? null);
  if (!user || !matches || user.suspendedAt || user.deletedAt) {
    throw new AppError(
      "WRONG_PASSWORD",
      "That address and password do not belong together. Check both and try again.",
    );
  }
  await Promise.all([resetRateLimit(byAddress), uncount(byPlace)]);
  const session = await db.session.create({
    data: { userId: user.id, ip, userAgent: userAgent.slice(0, 300) },
    select: { id: true },
  });
  return { userId: user.id, sessionVersion: user.sessionVersion, sessionId: session.id };
}
