import type { AuditAction } from "~/domain/audit-words";
import { nanoid } from "nanoid";
import { AppError, notFound } from "~/domain/errors";
import { mayManageVenue, type Actor } from "~/domain/permissions";
import { toPretixPlan } from "~/domain/seating/plan/pretix-export";
import type { PlanChoices, ReadPlan } from "~/domain/seating/plan/plan-file";
import { readPlan } from "~/domain/seating/plan/read-plan";
import type { SeatingPlanContent } from "~/domain/seating/plan/seating-plan";
import { seatName } from "~/domain/seating/seat-name";
import type { Db, Tx } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import { audit } from "../audit";
import { bulk } from "~/server/services/bulk";
import { currentPlan } from "./current-plan";
import { managedVenue, planSource } from "./venue-rules";

/**
 * Takes a venue's seats from a file (domain/seating/plan/read-plan). Sections keep their id and price by their name;
 * those that are not in the plan go. Events keep the seats they were made with.
 * @returns the plan's hash and seats, and what was odd about the file
 * @throws AppError NOT_FOUND, FORBIDDEN; PLAN_CONFLICT (`plan`) where a ticket could not tell two seats apart and no
 *   choice says what to do; INVALID_INPUT (`plan`) where the file is wrong, and where a seat that is held or sold at a
 *   coming event would vanish (facts.seats: which)
 */
export async function importPlan(input: {
  db: Db;
  actor: Actor;
  venueId: string;
  plan: unknown;
  choices?: PlanChoices;
}) {
  const { db, actor, venueId, choices } = input;
  return transaction(
    db,
    async (tx) => {
      // Whose venue it is comes before what the file says.
      await managedVenue(tx, actor, venueId);
      return takePlan({ tx, actor, venueId, plan: readPlan(input.plan, choices), action: "venue.importPlan" });
    },
    bulk,
  );
}

/**
 * Makes a plan that was read the venue's; whose venue it is has been asked.
 * @throws AppError INVALID_INPUT (`plan`) where a seat that is held or sold at a coming event would vanish
 */
export async function takePlan(input: { tx: Tx; actor: Actor; venueId: string; plan: ReadPlan; action: AuditAction }) {
  const { tx, actor, venueId, plan, action } = input;
  const { content, warnings } = plan;
  await refuseVanishing(tx, venueId, content);
  await keepSections(tx, venueId, plan);
  // What was being drawn went on from a plan that is no more.
  await tx.planDraft.deleteMany({ where: { venueId } });
  const { hash, seatCount } = await currentPlan({ tx, venueId });
  const after = { planHash: hash, seatCount, sections: content.sections.map((section) => section.name) };
  await audit(tx, { actor, action, entity: "venue", entityId: venueId, after });
  return { planHash: hash, seatCount, warnings: warnings.map(({ kind, count, sentence }) => ({ kind, count, sentence })) };
}

/**
 * The venue's seats as they now are, in pretix's format.
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

/**
 * What the venue's plan is made of, imported seats included: for who may hold events there.
 * @throws AppError NOT_FOUND, also for another's venue that is not shared
 */
export async function venuePlan({ db, actor, venueId }: { db: Db; actor: Actor; venueId: string }) {
  const venue = await db.venue.findUnique({ where: { id: venueId }, select: { ownerId: true } });
  const source = await planSource(db, venueId);
  if (!venue || !source || !(venue.ownerId === null || mayManageVenue(actor, venue))) throw notFound("venue");
  return source;
}

/** Writes the venue's sections and drawn things as the plan has them; a known name keeps its id and its price. */
async function keepSections(tx: Tx, venueId: string, { content: plan, priced }: ReadPlan): Promise<void> {
  const known = await tx.section.findMany({
    where: { venueId },
    select: { id: true, name: true, priceMultiplierBps: true },
  });
  const byName = new Map(known.map((section) => [section.name, section]));
  await tx.section.deleteMany({ where: { venueId } });
  await tx.section.createMany({
    data: plan.sections.map(({ name, rows, priceMultiplierBps }, position) => ({
      id: nanoid(10),
      ...byName.get(name),
      // A price that a file says is meant; pretix's files say none.
      priceMultiplierBps: priced.has(name) || priceMultiplierBps !== 10_000 ? priceMultiplierBps : (byName.get(name)?.priceMultiplierBps ?? 10_000),
      venueId,
      position,
      name,
      // What a form would show; the seats are the layout's.
      rowCount: Math.min(500, rows.length),
      seatsPerRow: Math.min(1_000, Math.max(...rows.map((row) => row.seats.length))),
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
