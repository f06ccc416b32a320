import { AppError } from "~/domain/errors";
import { env } from "~/env";

/** `AppError` SECOND_FACTOR_REQUIRED for who has the right, in a sign-in that showed no second factor. */
export function secondFactorFirst(): AppError {
  return new AppError(
    "SECOND_FACTOR_REQUIRED",
    "This asks for a second factor. Set one up on your profile, or sign in again with its code.",
  );
}

/**
 * Money goes back only by a sign-in that showed a second factor, where the shop asks for one: whoever asks, a person at
 * a page or a program with a key. The one place where it is decided (docs/decisions/0160).
 * @throws AppError SECOND_FACTOR_REQUIRED
 */
export function assertMayRefund({ secondFactor }: { secondFactor: boolean }): void {
  if (env.SECOND_FACTOR_REQUIRED && !secondFactor) throw secondFactorFirst();
}
