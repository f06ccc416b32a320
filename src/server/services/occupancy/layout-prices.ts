import type { LayoutPrices } from "~/domain/seating/seat-layout";
import type { Db } from "~/server/db/db";

type Row = {
  planHash: string;
  sections: { sectionId: string; from: number; to: number }[];
  seats: { ordinals: number[]; prices: number[] } | null;
};

/**
 * What an event's seats cost, with the name of the layout that says so: read at one moment, since a layout is kept for
 * a year under its name. Seats are looked at only where the event has categories. Null where there is no such event.
 */
export async function readLayoutPrices(db: Db, eventId: string): Promise<(LayoutPrices & { planHash: string }) | null> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT e."planHash",
           (SELECT coalesce(jsonb_agg(jsonb_build_object('sectionId', x."sectionId", 'from', coalesce(x."fromPricePaise", x."pricePaise"),
                     'to', coalesce(x."toPricePaise", x."pricePaise")) ORDER BY x.position), '[]')
              FROM "EventSection" x WHERE x."eventId" = e.id) AS sections,
           CASE WHEN e."priceRevision" > 0 THEN (
             SELECT jsonb_build_object('ordinals', coalesce(jsonb_agg(s.ordinal), '[]'), 'prices', coalesce(jsonb_agg(s."pricePaise"), '[]'))
               FROM "Seat" s JOIN "EventSection" x ON x."eventId" = s."eventId" AND x."sectionId" = s."sectionId"
              WHERE s."eventId" = e.id AND s."pricePaise" <> coalesce(x."fromPricePaise", x."pricePaise")) END AS seats
      FROM "Event" e WHERE e.id = ${eventId}`;
  if (!row) return null;
  const { planHash, sections, seats } = row;
  const prices = seats?.prices ?? [];
  return {
    planHash,
    sections: new Map(sections.map(({ sectionId, from, to }) => [sectionId, { from, to }])),
    seats: new Map((seats?.ordinals ?? []).map((ordinal, at) => [ordinal, prices[at]!])),
  };
}
