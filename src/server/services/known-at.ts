import { AppError } from "~/domain/errors";

/**
 * That nobody has changed a row since a form read it: what is typed here must not undo what was typed elsewhere.
 * @param knownAt the row's `updatedAt` as the form knows it; left out, nothing is asked
 * @throws AppError INVALID_TRANSITION
 */
export function assertKnown(row: { updatedAt: Date }, what: "event" | "venue", knownAt?: Date): void {
  if (!knownAt || knownAt.getTime() === row.updatedAt.getTime()) return;
  throw new AppError(
    "INVALID_TRANSITION",
    `This ${what} was changed in another window since you opened it. Nothing of yours is saved: keep what you typed, load the page again, and put it in.`,
    { facts: { changedAt: row.updatedAt } },
  );
}
