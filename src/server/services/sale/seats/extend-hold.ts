import { AppError } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import { env } from "~/env";
import type { Db } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";

/** How often one hold may be extended. */
export const MAX_EXTENSIONS = 2;

/**
 * Sets the end of the buyer's open hold to now + SEAT_HOLD_TTL, at most twice. Seats in a pending booking keep
 * the booking's time.
 * @throws AppError HOLD_EXPIRED, INVALID_TRANSITION (extended twice already), BUSY
 */
export async function extendHold(input: { db: Db; actor: Actor; eventId: string }): Promise<{ holdExpiresAt: Date }> {
  const { db, actor, eventId } = input;
  return transaction(db, async (tx) => {
    const [hold] = await tx.$queryRaw<{ seatIds: string[]; expiresAt: Date; extensions: number; until: Date }[]>`
      SELECT "seatIds", "expiresAt", extensions,
             (now() + make_interval(secs => ${env.SEAT_HOLD_TTL}::float8))::timestamptz(3) AS until
        FROM "SeatHold" WHERE "userId" = ${actor.id} AND "eventId" = ${eventId} FOR UPDATE`;
    const seats = hold?.seatIds.toSorted() ?? [];
    const prolonged =
      hold &&
      (await tx.$executeRaw`
        UPDATE "Seat" SET "heldUntil" = ${hold.until}, version = version + 1
         WHERE id = ANY (${seats}::text[]) AND status = 'HELD' AND "heldBy" = ${actor.id}
           AND "heldUntil" > now() AND "heldUntil" = ${hold.expiresAt}`);
    if (!hold || !prolonged) {
      throw new AppError("HOLD_EXPIRED", "Your hold has run out and the seats are free again. Please choose again.");
    }
    const extended = await tx.$executeRaw`
      UPDATE "SeatHold" SET "expiresAt" = ${hold.until}, extensions = extensions + 1
       WHERE "userId" = ${actor.id} AND "eventId" = ${eventId} AND extensions < ${MAX_EXTENSIONS}`;
    if (extended === 0) {
      throw new AppError("INVALID_TRANSITION", "You have had more time twice already. Please go on to payment.");
    }
    return { holdExpiresAt: hold.until };
  });
}
