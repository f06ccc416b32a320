import type { z } from "zod";
import type { Actor } from "~/domain/permissions";
import { beforeTax } from "~/domain/tax";
import { Prisma } from "~/generated/prisma/client";
import type { listEventsInput } from "~/schemas/event";
import { searchWords } from "../search-words";
import { calledBy } from "./text-search";

type Filters = Omit<z.output<typeof listEventsInput>, "page" | "limit" | "sort">;

/** A list's filters as SQL over events (alias e), within what `actor` may see at `now` (UTC). */
export function eventsWhere({
  filters,
  actor,
  now,
}: {
  filters: Filters;
  actor: Actor | null;
  now: Date;
}): Prisma.Sql {
  const { category, city, venueId, featured, dateFrom, dateTo } = filters;
  const conditions = [
    visible(filters, actor, now),
    category && Prisma.sql`e.category = ${category}::"EventCategory"`,
    venueId && Prisma.sql`e."venueId" = ${venueId}`,
    featured !== undefined && Prisma.sql`e.featured = ${featured}`,
    dateFrom && Prisma.sql`e."startsAt" >= ${dateFrom}`,
    dateTo && Prisma.sql`e."startsAt" <= ${dateTo}`,
    city && Prisma.sql`e."venueId" = ANY (ARRAY(SELECT id FROM "Venue" WHERE lower(city) = lower(${city})))`,
    ...prices(filters),
    ...searchWords(filters.search).map(calledBy),
  ];
  return Prisma.join(
    conditions.filter((condition) => typeof condition === "object"),
    " AND ",
  );
}

function visible({ mine, status, dateFrom }: Filters, actor: Actor | null, now: Date): Prisma.Sql {
  const own = Prisma.sql`e."organizerId" = ${actor?.id ?? ""}`;
  const inStatus = Prisma.sql`e.status = ${status ?? "PUBLISHED"}::"EventStatus"`;
  if (mine) return status ? Prisma.sql`${own} AND ${inStatus}` : own;
  if (status && status !== "PUBLISHED") return actor?.role === "ADMIN" ? inStatus : Prisma.sql`${own} AND ${inStatus}`;
  return Prisma.sql`${inStatus} AND e."startsAt" > ${now} AND ${nextOfSeries(dateFrom && dateFrom > now ? dateFrom : now)}`;
}

/** Of a run its next showing stands for all: one card a place, not four hundred. */
function nextOfSeries(from: Date): Prisma.Sql {
  return Prisma.sql`(e."seriesId" IS NULL OR NOT EXISTS (
    SELECT 1 FROM "Event" s
     WHERE s."seriesId" = e."seriesId" AND s."startsAt" >= ${from} AND s.status = 'PUBLISHED'
       AND s."venueId" = e."venueId" AND (s."startsAt", s.id) < (e."startsAt", e.id)))`;
}

function prices({ minPricePaise, maxPricePaise, minAllInPaise, maxAllInPaise }: Filters) {
  return [
    minPricePaise !== undefined && Prisma.sql`e."maxPricePaise" >= ${minPricePaise}`,
    maxPricePaise !== undefined && Prisma.sql`e."minPricePaise" <= ${maxPricePaise}`,
    !!minAllInPaise &&
      Prisma.sql`e."maxPricePaise" > CASE WHEN e."taxBps" = 0 THEN ${minAllInPaise - 1}::int ELSE ${beforeTax(minAllInPaise - 1)}::int END`,
    // The first by the index, for no price is more than what one pays; the second knows the event's tax.
    maxAllInPaise !== undefined &&
      Prisma.sql`e."minPricePaise" <= ${maxAllInPaise} AND (e."taxBps" = 0 OR e."minPricePaise" <= ${beforeTax(maxAllInPaise)})`,
  ];
}
