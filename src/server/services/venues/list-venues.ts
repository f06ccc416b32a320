import { mayManageVenue, type Actor } from "~/domain/permissions";
import type { Prisma } from "~/generated/prisma/client";
import { listVenuesInput, type ListVenuesInput } from "~/schemas/venue";
import type { Db } from "~/server/db/db";
import { containing, searchWords } from "../search-words";
import { knownVenues, sectionSelect, venueSeatCount } from "./venue-rules";

/**
 * Venues by name, a page at a time; `mine` keeps those that `actor` may edit. A hall that its organizer has shown nobody
 * yet is the organizer's own affair.
 */
export async function listVenues({
  db,
  actor,
  input,
}: {
  db: Db;
  actor: Actor | null;
  input: ListVenuesInput;
}) {
  const { page, limit, ...filters } = listVenuesInput.parse(input);
  const where = whereOf(filters, actor);
  const [total, rows] = await Promise.all([
    db.venue.count({ where }),
    db.venue.findMany({
      where,
      orderBy: [{ name: "asc" }, { id: "asc" }],
      skip: (page - 1) * limit,
      take: limit,
      select: {
        id: true,
        name: true,
        slug: true,
        address: true,
        city: true,
        timeZone: true,
        amenities: true,
        ownerId: true,
        sections: { select: sectionSelect },
      },
    }),
  ]);
  const items = rows.map(({ sections, ownerId, ...venue }) => ({
    ...venue,
    shared: ownerId === null,
    editable: actor !== null && mayManageVenue(actor, { ownerId }),
    sectionCount: sections.length,
    seatCount: venueSeatCount(sections),
  }));
  return { items, total, page, pageCount: Math.ceil(total / limit) };
}

function whereOf(
  { search, city, mine, usable, archived = false }: Omit<ListVenuesInput, "page" | "limit">,
  actor: Actor | null,
) {
  const and: Prisma.VenueWhereInput[] = searchWords(search).map((word) => ({
    OR: [{ name: containing(word) }, { city: containing(word) }, { address: containing(word) }],
  }));
  if (city) and.push({ city: { equals: city, mode: "insensitive" } });
  if ((mine || archived) && actor?.role !== "ADMIN") and.push({ ownerId: actor?.id ?? "" });
  if (usable && actor?.role !== "ADMIN") and.push({ OR: [{ ownerId: actor?.id ?? "" }, { ownerId: null }] });
  if (actor?.role !== "ADMIN") and.push({ OR: [...knownVenues, { ownerId: actor?.id ?? "" }] });
  return { archivedAt: archived ? { not: null } : null, AND: and } satisfies Prisma.VenueWhereInput;
}
