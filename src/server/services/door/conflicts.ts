import type { Db } from "~/server/db/db";

/** So many of an event's conflicts are shown; the newest. */
const SHOWN = 50;

export type DoorConflict = {
  id: string;
  kind: "DOUBLE" | "GONE" | "UNKNOWN";
  gate: string;
  at: Date;
  firstGate: string | null;
  firstAt: Date | null;
  sectionName: string | null;
  rowLabel: string | null;
  seatLabel: string | null;
};

/** Who was let in though the books would not have: newest first, for every device of the event. */
export function conflictsOf({ db, eventId }: { db: Db; eventId: string }): Promise<DoorConflict[]> {
  return db.$queryRaw<DoorConflict[]>`
    SELECT c.id, c.kind::text, s.gate, s.at, c."firstGate", c."firstAt", i."sectionName", i."rowLabel", i."seatLabel"
      FROM "CheckInConflict" c JOIN "CheckIn" s ON s.id = c."checkInId" LEFT JOIN "BookingItem" i ON i.id = c."itemId"
     WHERE c."eventId" = ${eventId} ORDER BY c."createdAt" DESC LIMIT ${SHOWN}`;
}
