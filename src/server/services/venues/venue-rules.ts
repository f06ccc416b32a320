import { AppError, notFound } from "~/domain/errors";
import { mayManageVenue, type Actor } from "~/domain/permissions";
import type { Decoration, SectionLayout, SectionSpec } from "~/domain/seating/plan/seating-plan";
import { generatePlan, type PlanSource } from "~/domain/seating/plan/seating-plan-generate";
import { sectionSeatCount } from "~/domain/seating/plan/seating-plan-labels";
import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/server/db/db";

/** The most seats that a venue may have. */
const MAX_SEATS = 120_000;

export const sectionSelect = {
  id: true,
  name: true,
  rowCount: true,
  seatsPerRow: true,
  priceMultiplierBps: true,
  layout: true,
} as const;

/** Halls that everybody may know: the shop's own, and those where some event was shown to the public. */
export const knownVenues: Prisma.VenueWhereInput[] = [
  { ownerId: null },
  { events: { some: { status: { in: ["PUBLISHED", "COMPLETED", "CANCELLED"] } } } },
];

type SectionRow = Omit<SectionSpec, "layout"> & { layout: unknown };

/** A Section row as the plan's generator takes it. */
export function toSpec(row: SectionRow): SectionSpec {
  return { ...row, layout: row.layout as SectionLayout };
}

/** Seats of all sections together. */
export function venueSeatCount(sections: readonly SectionRow[]): number {
  return sections.reduce((total, section) => total + sectionSeatCount(toSpec(section)), 0);
}

/** What a venue's plan is made from; null where there is no such venue. */
export async function planSource(tx: Pick<Tx, "venue">, venueId: string): Promise<PlanSource | null> {
  const venue = await tx.venue.findUnique({
    where: { id: venueId },
    select: {
      name: true,
      decorations: true,
      sections: { orderBy: { position: "asc" }, select: sectionSelect },
    },
  });
  return (
    venue && {
      name: venue.name,
      decorations: venue.decorations as unknown as Decoration[],
      sections: venue.sections.map(toSpec),
    }
  );
}

/**
 * That the venue, as it now is, can be seated.
 * @throws AppError INVALID_INPUT where sections overlap or there are too many seats
 */
export async function assertSeatable(tx: Pick<Tx, "venue">, venueId: string): Promise<void> {
  const source = await planSource(tx, venueId);
  if (!source) return;
  if (venueSeatCount(source.sections) > MAX_SEATS) {
    throw new AppError("INVALID_INPUT", "A venue may have 1,20,000 seats at most.", { field: "seatsPerRow" });
  }
  generatePlan(source);
}

/**
 * @param options.archivedToo whether one that was laid aside is found as well
 * @throws AppError NOT_FOUND; FORBIDDEN where the venue is another's
 */
export async function managedVenue(
  tx: Pick<Tx, "venue">,
  actor: Actor,
  id: string,
  { archivedToo = false } = {},
) {
  const venue = await tx.venue.findUnique({ where: { id }, omit: { createdAt: true } });
  if (!venue || (venue.archivedAt && !archivedToo)) throw notFound("venue");
  if (!mayManageVenue(actor, venue)) {
    throw new AppError(
      "FORBIDDEN",
      "This venue is kept by someone else. Make your own, or ask an admin to change it.",
    );
  }
  return venue;
}
