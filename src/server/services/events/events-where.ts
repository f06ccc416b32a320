import type { z } from "zod";
import type { Actor } from "~/domain/permissions";
import { beforeTax } from "~/domain/tax";
import type { Prisma } from "~/generated/prisma/client";
import type { listEventsInput } from "~/schemas/event";
import { containing, searchWords } from "../search-words";

type Filters = Omit<z.output<typeof listEventsInput>, "page" | "limit" | "sort">;

/** A list's filters as a condition, within what `actor` may see at `now` (UTC). */
export function eventsWhere({
  filters,
  actor,
  now,
}: {
  filters: Filters;
  actor: Actor | null;
  now: Date;
}): Prisma.EventWhereInput {
  const { category, city, venueId, featured, dateFrom, dateTo } = filters;
  return {
    AND: [
      visible(filters, actor, now),
      { category, venueId, featured, startsAt: { gte: dateFrom, lte: dateTo } },
      city ? { venue: { city: { equals: city, mode: "insensitive" } } } : {},
      ...prices(filters),
      ...searchWords(filters.search).map((word) => ({
        OR: [
          { title: containing(word) },
          { artist: containing(word) },
          { venue: { name: containing(word) } },
          { venue: { city: containing(word) } },
        ],
      })),
    ],
  };
}

function visible({ mine, status }: Filters, actor: Actor | null, now: Date): Prisma.EventWhereInput {
  if (mine) return { organizerId: actor?.id ?? "", status };
  if (status && status !== "PUBLISHED")
    return { status, ...(actor?.role !== "ADMIN" && { organizerId: actor?.id ?? "" }) };
  return { status: "PUBLISHED", startsAt: { gt: now } };
}

function prices({
  minPricePaise,
  maxPricePaise,
  minAllInPaise,
  maxAllInPaise,
}: Filters): Prisma.EventWhereInput[] {
  return [
    { maxPricePaise: { gte: minPricePaise } },
    { minPricePaise: { lte: maxPricePaise } },
    minAllInPaise ? { maxPricePaise: { gt: beforeTax(minAllInPaise - 1) } } : {},
    maxAllInPaise === undefined ? {} : { minPricePaise: { lte: beforeTax(maxAllInPaise) } },
  ];
}
