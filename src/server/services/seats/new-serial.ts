import type { Tx } from "~/server/db/db";

/** Seat ids are never used twice: money that comes late for a seat of the old plan finds none of the new one. */
export async function newSerial(tx: Tx, eventId: string): Promise<number> {
  const [{ serial }] = await tx.$queryRaw<[{ serial: number }]>`
    UPDATE "Event" SET serial = nextval(pg_get_serial_sequence('"Event"', 'serial')) WHERE id = ${eventId} RETURNING serial`;
  return serial;
}
