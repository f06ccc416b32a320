import { AppError } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import type { Db } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import { lockStanding } from "~/server/services/sale/locks";
import { prolongHold } from "./write-seats";

/** How often one hold may be extended. */
export const MAX_EXTENSIONS = 2;

/**
 * Sets the end of the buyer's open hold to now + SEAT_HOLD_TTL, at most twice and no further than a run of keeping may
 * go (domain/keeping). Seats in a pending booking keep the booking's time.
 * @throws AppError HOLD_EXPIRED, INVALID_TRANSITION (extended twice already, or kept too long), BUSY
 */
export async function extendHold(input: { db: Db; actor: Actor; eventId: string }): Promise<{ holdExpiresAt: Date }> {
  const { db, actor, eventId } = input;
  return transaction(db, async (tx) => {
    const standing = await lockStanding(tx, { userId: actor.id, eventId });
    const until = standing ? await prolongHold(tx, standing, MAX_EXTENSIONS) : "EXPIRED";
    if (until === "EXPIRED") {
      throw new AppError("HOLD_EXPIRED", "Your hold has run out and the seats are free again. Please choose again.");
    }
    if (until === "KEPT_LONG") {
      throw new AppError("INVALID_TRANSITION", "These seats have been kept for you as long as we may keep them. Please go on to payment.");
    }
    if (until === "USED_UP") {
      throw new AppError("INVALID_TRANSITION", "You have had more time twice already. Please go on to payment.");
    }
    return { holdExpiresAt: until };
  });
}
