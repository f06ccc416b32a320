import type { BlockReason } from "~/domain/seating/seat-blocking";
import type { Tx } from "~/server/db/db";

/** What an organizer did to a seat, by where it is. */
export type Mark = { sectionId: string; rowLabel: string; seatLabel: string; blocked: boolean; blockedFor: BlockReason | null; categoryId: string | null };

/** Seats that an organizer blocked or gave a category. */
export async function readMarks(tx: Tx, eventId: string): Promise<Mark[]> {
  return tx.$queryRaw`
    SELECT "sectionId", "rowLabel", "seatLabel", status = 'BLOCKED' AS blocked, "blockedFor"::text, "categoryId"
      FROM "Seat" WHERE "eventId" = ${eventId} AND (status = 'BLOCKED' OR "categoryId" IS NOT NULL) ORDER BY ordinal`;
}
