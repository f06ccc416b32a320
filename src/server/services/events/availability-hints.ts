import type { Db } from "~/server/db/db";
import { confirmedSales } from "./confirmed-sales";

/** How much a list may say of what is left: FEW is a tenth or less. */
export type AvailabilityHint = "MANY" | "FEW" | "NONE";

const FEW = 0.1;
/** Sold to this share, an event's seats are counted one by one: blocked and held ones matter then. */
const COUNT_FROM = 0.75;

/** Hints for events on one page of a list, by their id. Counts bookings; seats only of events that are nearly full. */
export async function availabilityHints(input: {
  db: Db;
  events: readonly { id: string; seatCount: number }[];
}): Promise<Map<string, AvailabilityHint>> {
  const { db, events } = input;
  const ids = events.map((event) => event.id);
  const sold = await confirmedSales({ db, eventIds: ids });
  const soldOf = (id: string) => sold.get(id)?.tickets ?? 0;
  const share = (event: { id: string; seatCount: number }) => soldOf(event.id) / event.seatCount;
  // All sold: nothing is left to count.
  const nearlyFull = events.filter((event) => share(event) >= COUNT_FROM && share(event) < 1);
  const free = await freeSeats(
    db,
    nearlyFull.map((event) => event.id),
  );
  return new Map(
    events.map((event) => {
      const left = free.get(event.id) ?? event.seatCount - soldOf(event.id);
      return [event.id, left <= 0 ? "NONE" : left <= event.seatCount * FEW ? "FEW" : "MANY"];
    }),
  );
}

async function freeSeats(db: Db, eventIds: string[]): Promise<Map<string, number>> {
  if (eventIds.length === 0) return new Map();
  const rows = await db.$queryRaw<{ eventId: string; free: number }[]>`
    SELECT "eventId", (count(*) FILTER (WHERE status = 'AVAILABLE' OR (status = 'HELD' AND "heldUntil" <= now())))::int AS free
      FROM "Seat" WHERE "eventId" = ANY (${eventIds}::text[]) GROUP BY "eventId"`;
  return new Map(rows.map((row) => [row.eventId, row.free]));
}
