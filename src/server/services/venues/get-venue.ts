import { notFound } from "~/domain/errors";
import { mayManageVenue, type Actor } from "~/domain/permissions";
import type { Decoration } from "~/domain/seating/plan/seating-plan";
import { sectionSeatCount } from "~/domain/seating/plan/seating-plan-labels";
import type { Db } from "~/server/db/db";
import { sectionSelect, toSpec } from "./venue-rules";

/**
 * A venue with its sections in order, as the plan's generator takes them. One that was laid aside is its keeper's alone.
 * @throws AppError NOT_FOUND
 */
export async function getVenue({ db, actor, id }: { db: Db; actor: Actor | null; id: string }) {
  const venue = await db.venue.findUnique({
    where: { id },
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
      archivedAt: true,
      updatedAt: true,
      sections: { orderBy: { position: "asc" }, select: sectionSelect },
    },
  });
  const editable = venue !== null && actor !== null && mayManageVenue(actor, venue);
  if (!venue || (venue.archivedAt && !editable)) throw notFound("venue");
  const { ownerId, archivedAt, ...facts } = venue;
  const sections = venue.sections.map((row) => {
    const { layout, ...spec } = toSpec(row);
    // The seats of an imported plan are many and are read with the plan.
    const { rows, ...form } = layout;
    return {
      ...spec,
      layout: form,
      imported: rows !== undefined,
      seatCount: sectionSeatCount({ ...spec, layout }),
    };
  });
  return {
    ...facts,
    decorations: venue.decorations as unknown as Decoration[],
    shared: ownerId === null,
    archived: archivedAt !== null,
    editable,
    sections,
    seatCount: sections.reduce((total, section) => total + section.seatCount, 0),
  };
}
