import { AppError } from "~/domain/errors";
import type { Db } from "~/server/db/db";
import { knownDevice } from "../known-device";
import { passSecondFactor } from "./pass";

type Step = { db: Db; userId: string; ip: string; cookies?: string | null; /** Of the authenticator app, or a recovery code. */ code?: string };

/**
 * What whoever has a second factor is asked for once the first one is right, whichever it was.
 * @returns when it passed, by the database's clock
 * @throws AppError SECOND_FACTOR_REQUIRED (field code; `facts.wrong` where one was given), RATE_LIMITED
 */
export async function secondStep({ db, userId, ip, cookies, code }: Step): Promise<Date> {
  if (code) return passSecondFactor({ db, userId, code, ip, place: knownDevice(cookies, userId) ?? ip });
  throw new AppError("SECOND_FACTOR_REQUIRED", "Now the code of your authenticator app, please.", { field: "code" });
}
