import type { Db, Tx } from "~/server/db/db";

/** Whether a buyer was there: a confirmed booking of an event that has begun, by the database's clock. */
export async function attended(
  db: Pick<Db | Tx, "$queryRaw">,
  userId: string,
  eventId: string,
): Promise<boolean> {
  const [row] = await db.$queryRaw<{ there: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "Booking" b JOIN "Event" e ON e.id = b."eventId"
                    WHERE b."eventId" = ${eventId} AND b."userId" = ${userId} AND b.status = 'CONFIRMED'
                      AND e.status IN ('PUBLISHED', 'COMPLETED') AND e."startsAt" <= now()) AS there`;
  return row?.there ?? false;
}
