import { notFound } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import { buildLayout, type SeatLayout } from "~/domain/seating/seat-layout";
import type { SeatingPlanContent } from "~/domain/seating/plan/seating-plan";
import type { Db } from "~/server/db/db";
import { maySeeEvent } from "~/server/services/rights/event-rules";
import { readLayoutPrices } from "~/server/services/occupancy/layout-prices";

/** A layout of 50,000 seats weighs some ten megabytes. */
const KEPT = 12;

const kept = new Map<string, Promise<SeatLayout>>();

/**
 * Where an event's seats are and what they cost; the same for ever under one `planHash`.
 * @throws AppError NOT_FOUND, also for another's draft
 */
export async function seatLayout({
  db,
  actor,
  eventId,
}: {
  db: Db;
  actor: Actor | null;
  eventId: string;
}): Promise<SeatLayout> {
  const event = await db.event.findUnique({
    where: { id: eventId },
    select: { id: true, status: true, organizerId: true, planHash: true },
  });
  if (!event || !maySeeEvent(actor, event)) throw notFound("event");
  const known = kept.get(event.planHash);
  const layout = known ?? load(db, event.id);
  // Whatever was asked for last stays longest.
  kept.delete(event.planHash);
  kept.set(event.planHash, layout);
  if (!known) layout.catch(() => kept.delete(event.planHash));
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
  }
  return layout;
}

async function load(db: Db, eventId: string): Promise<SeatLayout> {
  const event = await db.event.findUniqueOrThrow({
    where: { id: eventId },
    select: { planHash: true, serial: true, taxBps: true, plan: { select: { content: true } } },
  });
  const prices = await readLayoutPrices(db, eventId);
  if (!prices) throw notFound("event");
  // Changed between the two readings: once more, so that all of it is of one moment.
  if (prices.planHash !== event.planHash) return load(db, eventId);
  const { plan, ...facts } = event;
  return buildLayout({ ...facts, content: plan.content as unknown as SeatingPlanContent, prices });
}
