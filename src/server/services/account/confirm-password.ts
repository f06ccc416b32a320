import { AppError, notFound } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import type { Db } from "~/server/db/db";
import { rateLimit, resetRateLimit } from "~/server/rate-limit";
import { passwordMatches } from "./password";

/**
 * Asks once more for the password of who is signed in, before something that a borrowed phone must not do.
 * @throws AppError WRONG_PASSWORD (field password), RATE_LIMITED after 10 wrong ones in a quarter of an hour, BUSY
 */
export async function confirmPassword({ db, actor, password }: { db: Db; actor: Actor; password: string }) {
  const limit = { db, name: "confirm-password", key: actor.id, points: 10, seconds: 900 };
  await rateLimit(limit);
  const user = await db.user.findUnique({
    where: { id: actor.id },
    select: { id: true, name: true, email: true, passwordHash: true },
  });
  if (!user) throw notFound("account");
  const { passwordHash, ...person } = user;
  if (!(await passwordMatches(password, passwordHash))) {
    throw new AppError("WRONG_PASSWORD", "That is not your password.", { field: "password" });
  }
  await resetRateLimit(limit);
  return person;
}
