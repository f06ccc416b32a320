import type { Db } from "~/server/db/db";

export type Confirmed = { tickets: number; salesPaise: number };

/**
 * Tickets of confirmed bookings and what they cost, tax included, by event. Prisma's own sums would write the status
 * as a parameter, and PostgreSQL could not tell that the index of confirmed bookings is enough.
 */
export async function confirmedSales({
  db,
  eventIds,
}: {
  db: Db;
  eventIds: string[];
}): Promise<Map<string, Confirmed>> {
  const rows = await db.$queryRaw<(Confirmed & { eventId: string })[]>`
    SELECT "eventId", sum("seatCount")::int AS tickets, sum("totalPaise")::float8 AS "salesPaise"
      FROM "Booking" WHERE status = 'CONFIRMED' AND "eventId" = ANY (${eventIds}::text[]) GROUP BY "eventId"`;
  return new Map(rows.map(({ eventId, ...sums }) => [eventId, sums]));
}
