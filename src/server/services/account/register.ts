import { AppError } from "~/domain/errors";
import { uniqueViolation } from "~/server/db/errors";
import type { Db } from "~/server/db/db";
import { rateLimit } from "~/server/rate-limit";
import { transaction } from "~/server/db/transaction";
import { crowd, inLine } from "./crowd";
import { mailVerification } from "./mail";
import { hashPassword } from "./password";
import { assertStrongPassword } from "./strong-password";

type Registration = { name: string; email: string; password: string; phone?: string | null };

/**
 * Opens an account for a buyer. That an address is taken is said, since a form that kept it secret would leave people
 * waiting for nothing; 30 tries an hour from one place keep that from being a list of our customers.
 * @throws AppError EMAIL_TAKEN (field email), WEAK_PASSWORD (field password), RATE_LIMITED, BUSY
 */
export async function register({
  db,
  ip,
  input,
}: {
  db: Db;
  ip: string;
  input: Registration;
}): Promise<{ id: string }> {
  await rateLimit({ db, name: "register", key: ip, points: 30 * crowd(ip), seconds: 3_600 });
  const { name, email, phone = null } = input;
  if (await db.user.findUnique({ where: { email }, select: { id: true } })) throw emailTaken();
  assertStrongPassword(input.password, input, "password");
  const passwordHash = await hashPassword(input.password, inLine(ip));
  try {
    return await transaction(db, async (tx) => {
      const data = { name, email, phone, passwordHash };
      const person = await tx.user.create({ data, select: { id: true, name: true, email: true } });
      await mailVerification(tx, person);
      return { id: person.id };
    });
  } catch (error) {
    if (uniqueViolation(error)) throw emailTaken();
    throw error;
  }
}

function emailTaken(): AppError {
  return new AppError(
    "EMAIL_TAKEN",
    "There is an account with this address already. Sign in, or use another one.",
    {
      field: "email",
    },
  );
}
