import { AppError } from "~/domain/errors";
import { weaknessOf } from "~/domain/password-strength";
import common from "./common-passwords.json";

const commonest: ReadonlySet<string> = new Set(common.passwords.split(" "));

/**
 * Refuses passwords that are guessed first: the 10,000 commonest, what is made of the shop's name or of the account's
 * own. `whose`: null where it is not known yet.
 * @throws AppError WEAK_PASSWORD (field `field`)
 */
export function assertStrongPassword(
  password: string,
  whose: { name: string; email: string } | null,
  field = "newPassword",
): void {
  const own = whose ? [whose.name, whose.email] : [];
  const weakness = weaknessOf(password, commonest, own);
  if (!weakness) return;
  const sentence =
    weakness === "common"
      ? "That password is one of the first that is guessed. Three or four words that do not belong together make a good one."
      : "That password is mostly a name that anybody would try. Three or four words that do not belong together make a good one.";
  throw new AppError("WEAK_PASSWORD", sentence, { field });
}
