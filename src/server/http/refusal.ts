import { ZodError } from "zod";
import { AppError, busy } from "~/domain/errors";
import { isDatabaseAway, isDatabaseFull, isHungUp } from "~/server/db/errors";

/** The refusal that an error stands for: the service's own, bad input, a database that is away or full. Else null. */
export function refusalOf(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  if (error instanceof ZodError) {
    const issue = error.issues[0];
    return new AppError("INVALID_INPUT", issue?.message ?? "Something in the form is not right.", {
      field: issue?.path.join("."),
      cause: error,
    });
  }
  if (isHungUp(error)) return new AppError("INVALID_INPUT", "The call did not come whole. Please try again.");
  if (isDatabaseFull(error)) return busy("no connection in time", error);
  if (isDatabaseAway(error)) {
    return new AppError("UNAVAILABLE", "We cannot reach our records right now. Please try again in a moment.", { cause: error });
  }
  return null;
}

/** `AppError` INTERNAL: our fault, whatever it was. */
export function internal(cause: unknown): AppError {
  return new AppError("INTERNAL", "Something went wrong on our side. Please try again.", { cause });
}
