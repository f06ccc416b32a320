import { nanoid } from "nanoid";
import { AppError } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import { toPretixPlan } from "~/domain/seating/plan/pretix-export";
import { parsePretixPlan } from "~/domain/seating/plan/pretix-plan";
import type { SeatingPlanContent } from "~/domain/seating/plan/seating-plan";
import { seatName } from "~/domain/seating/seat-name";
import type { Db, Tx } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import { audit } from "../audit";
import { bulk } from "../events/create-event";
import { currentPlan } from "./current-plan";
import { managedVenue } from "./venue-rules";

/**
 * Takes a venue's seats from a plan in pretix's JSON (domain/seating/plan/pretix-plan). Sections keep their id and price by their
 * name; those that are not in the plan go. Events keep the seats they were made with.
 * @throws AppError NOT_FOUND, FORBIDDEN; INVALID_INPUT (`plan`) where the plan is wrong, and where a seat that is held
 *   or sold at a coming event would vanish (facts.seats: which)
 */
export async function importPlan(input: { db: Db; actor: Actor; venueId: string; plan: unknown }) {
  const { db, actor, venueId } = input;
  return transaction(
    db,
    async (tx) => {
      // Whose venue it is comes before what the file says.
      await managedVenue(tx, actor, venueId);
      const parsed = parsePretixPlan(input.plan);
      await refuseVanishing(tx, venueId, parsed);
      await keepSections(tx, venueId, parsed);
      const { hash, seatCount } = await currentPlan({ tx, venueId });
      const after = { planHash: hash, seatCount, sections: parsed.sections.map((section) => section.name) };
      await audit(tx, { actor, action: "venue.importPlan", entity: "venue", entityId: venueId, after });
      return { planHash: hash, seatCount };
    },
    bulk,
  );
}

/**
 * The venue's seats as they now are, in the same format.
 * @throws AppError NOT_FOUND, FORBIDDEN, INVALID_INPUT (the sections overlap)
 */
export async function exportPlan({ db, actor, venueId }: { db: Db; actor: Actor; venueId: string }) {
  return transaction(
    db,
    async (tx) => {
      await managedVenue(tx, actor, venueId);
      return toPretixPlan((await currentPlan({ tx, venueId })).content);
    },
    bulk,
  );
}

/** Writes the venue's sections and drawn things as the plan has them; a known name keeps its id and its price. */
async function keepSections(tx: Tx, venueId: string, plan: SeatingPlanContent): Promise<void> {
  const known = await tx.section.findMany({
    where: { venueId },
    select: { id: true, name: true, priceMultiplierBps: true },
  });
  const byName = new Map(known.map((section) => [section.name, section]));
  await tx.section.deleteMany({ where: { venueId } });
  await tx.section.createMany({
    data: plan.sections.map(({ name, rows, priceMultiplierBps }, position) => ({
      id: nanoid(10),
      priceMultiplierBps,
      ...byName.get(name),
      venueId,
      position,
      name,
      rowCount: rows.length,
      seatsPerRow: Math.max(...rows.map((row) => row.seats.length)),
      layout: { rows },
    })),
  });
  const { decorations } = plan;
  await tx.venue.update({ where: { id: venueId }, data: { decorations }, select: { id: true } });
}

type Taken = { title: string; section: string; row: string; seat: string };

/** Seats of coming events that somebody holds or has bought must be in the plan under the same names. */
async function refuseVanishing(tx: Tx, venueId: string, plan: SeatingPlanContent): Promise<void> {
  const taken = await tx.$queryRaw<Taken[]>`
    SELECT e.title, es.name AS section, s."rowLabel" AS "row", s."seatLabel" AS seat
      FROM "Event" e
      JOIN "Seat" s ON s."eventId" = e.id
      JOIN "EventSection" es ON es."eventId" = e.id AND es."sectionId" = s."sectionId"
     WHERE e."venueId" = ${venueId} AND e.status = 'PUBLISHED' AND e."startsAt" > now()
       AND (s.status = 'BOOKED' OR (s.status = 'HELD' AND s."heldUntil" > now()))
     ORDER BY e."startsAt", e.id, s.ordinal`;
  const there = new Set(
    plan.sections.flatMap(({ name, rows }) =>
      rows.flatMap((row) => row.seats.map((seat) => JSON.stringify([name, row.label, seat.label]))),
    ),
  );
  const gone = taken.filter(({ section, row, seat }) => !there.has(JSON.stringify([section, row, seat])));
  if (gone.length === 0) return;
  const seats = gone.map(({ title, section, row, seat }) => ({
    event: title,
    section,
    seat: seatName(row, seat),
  }));
  const shown = seats.slice(0, 12).map(({ event, section, seat }) => `${section} ${seat} (${event})`);
  const more = seats.length > shown.length ? ` and ${seats.length - shown.length} more` : "";
  throw new AppError(
    "INVALID_INPUT",
    `These seats are held or sold and are not in the new plan: ${shown.join(", ")}${more}. Keep them in it.`,
    { field: "plan", facts: { seats } },
  );
}
