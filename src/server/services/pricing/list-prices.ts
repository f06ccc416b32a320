import type { Actor } from "~/domain/permissions";
import { toRuns, type Run } from "~/domain/seating/runs";
import type { BlockReason } from "~/domain/seating/seat-blocking";
import type { Db } from "~/server/db/db";
import { managedEvent } from "~/server/services/rights/event-rules";

export type EventPrices = {
  categories: {
    id: string;
    name: string;
    pricePaise: number;
    seats: Run[];
    seatCount: number;
    /** Of its seats, those that are not sold and cost something else: held when its price changed. */
    otherPriceCount: number;
  }[];
  /** Seats kept from sale, by what for. */
  blocked: { reason: BlockReason | null; seats: Run[] }[];
};

type Row = { id: string; name: string; pricePaise: number; ordinals: number[] | null; other: number };

/**
 * An event's price categories with their seats, and its blocked seats by reason; the dearest category first.
 * @throws AppError NOT_FOUND, FORBIDDEN
 */
export async function listPrices({ db, actor, eventId }: { db: Db; actor: Actor; eventId: string }): Promise<EventPrices> {
  await managedEvent(db, actor, eventId);
  const categories = await db.$queryRaw<Row[]>`
    SELECT c.id, c.name, c."pricePaise", s.ordinals, coalesce(s.other, 0)::int AS other
      FROM "PriceCategory" c LEFT JOIN LATERAL (
        SELECT array_agg(s.ordinal ORDER BY s.ordinal) AS ordinals,
               count(*) FILTER (WHERE s."pricePaise" <> c."pricePaise" AND s.status <> 'BOOKED') AS other
          FROM "Seat" s WHERE s."eventId" = c."eventId" AND s."categoryId" = c.id) s ON true
     WHERE c."eventId" = ${eventId} ORDER BY c."pricePaise" DESC, c.name`;
  const blocked = await db.$queryRaw<{ reason: BlockReason | null; ordinals: number[] }[]>`
    SELECT "blockedFor"::text AS reason, array_agg(ordinal ORDER BY ordinal) AS ordinals
      FROM "Seat" WHERE "eventId" = ${eventId} AND status = 'BLOCKED' GROUP BY "blockedFor" ORDER BY "blockedFor"`;
  return {
    categories: categories.map(({ ordinals, other, ...category }) => ({
      ...category,
      seats: toRuns(ordinals ?? []),
      seatCount: ordinals?.length ?? 0,
      otherPriceCount: other,
    })),
    blocked: blocked.map(({ reason, ordinals }) => ({ reason, seats: toRuns(ordinals) })),
  };
}
