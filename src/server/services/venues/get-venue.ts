import { notFound } from "~/domain/errors";
import { mayManageVenue, type Actor } from "~/domain/permissions";
import type { Decoration } from "~/domain/seating-plan";
import { sectionSeatCount } from "~/domain/seating-plan-labels";
import type { Db } from "~/server/db";
import { sectionSelect, toSpec } from "./venue-rules";

/**
 * A venue with its sections in order, as the plan's generator takes them.
 * @throws AppError NOT_FOUND
 */
export async function getVenue({ db, actor, id }: { db: Db; actor: Actor | null; id: string }) {
  const venue = await db.venue.findUnique({
    where: { id, archivedAt: null },
    select: {
      id: true,
      name: true,
      slug: true,
      address: true,
      city: true,
      stateCode: true,
      timeZone: true,
      amenities: true,
      latitude: true,
      longitude: true,
      decorations: true,
      ownerId: true,
      sections: { orderBy: { position: "asc" }, select: sectionSelect },
    },
  });
  if (!venue) throw notFound("venue");
  const { ownerId, ...facts } = venue;
  const sections = venue.sections.map((row) => ({
    ...toSpec(row),
    seatCount: sectionSeatCount(toSpec(row)),
  }));
  return {
    ...facts,
    decorations: venue.decorations as unknown as Decoration[],
    shared: ownerId === null,
    editable: actor !== null && mayManageVenue(actor, { ownerId }),
    sections,
    seatCount: sections.reduce((total, section) => total + section.seatCount, 0),
  };
}
