import { notFound } from "~/domain/errors";
import type { LayoutPrices } from "~/domain/seating/seat-layout";
import { indexPlan, type PlanIndex } from "~/domain/seating/plan-index";
import type { SeatingPlanContent } from "~/domain/seating/plan/seating-plan";
import type { Db } from "~/server/db/db";
import { pace } from "~/server/patience";
import { readLayoutPrices } from "./layout-prices";

/** An event's seats as choosing them needs: who sits beside whom, what each seat costs, the orphan rule. */
export type Room = {
  serial: number;
  plan: PlanIndex;
  orphanRule: "OFF" | "WARN" | "REFUSE";
  /** Paise, before tax. */
  priceOf: (ordinal: number) => number;
};

type Known = { room: Promise<Room | null>; readAt: number };

const KEPT = 12;

const rooms = new WeakMap<Db, Map<string, Known>>();
const plans = new Map<string, PlanIndex>();
const prices = new Map<string, LayoutPrices>();

/** The room of an event, read at most every two seconds; null where there is no such event. */
export function readRoom({ db, eventId }: { db: Db; eventId: string }): Promise<Room | null> {
  const known = rooms.get(db) ?? new Map<string, Known>();
  rooms.set(db, known);
  const now = performance.now();
  const found = known.get(eventId);
  if (found && now - found.readAt < pace.roomMs) return found.room;
  const room = load(db, eventId);
  room.catch(() => known.delete(eventId));
  known.delete(eventId);
  known.set(eventId, { room, readAt: now });
  trim(known);
  return room;
}

async function load(db: Db, eventId: string): Promise<Room | null> {
  const event = await db.event.findUnique({
    where: { id: eventId },
    select: {
      serial: true,
      planId: true,
      orphanRule: true,
      planHash: true,
    },
  });
  if (!event) return null;
  const plan = plans.get(event.planId) ?? (await loadPlan(db, event.planId));
  const { sections, seats } = prices.get(event.planHash) ?? (await loadPrices(db, eventId));
  const sectionPrices = plan.sections.map((section) => sections.get(section.id)?.from ?? 0);
  const priceOf = (ordinal: number) => seats.get(ordinal) ?? sectionPrices[plan.placeOf[ordinal]!.block.section]!;
  return { serial: event.serial, plan, orphanRule: event.orphanRule, priceOf };
}

/** Prices never change under one `planHash`. */
async function loadPrices(db: Db, eventId: string): Promise<LayoutPrices> {
  const read = await readLayoutPrices(db, eventId);
  if (!read) throw notFound("event");
  prices.set(read.planHash, read);
  trim(prices);
  return read;
}

/** A plan never changes: its index is made once. */
async function loadPlan(db: Db, planId: string): Promise<PlanIndex> {
  const { content } = await db.seatingPlan.findUniqueOrThrow({
    where: { id: planId },
    select: { content: true },
  });
  const plan = indexPlan(content as unknown as SeatingPlanContent);
  plans.set(planId, plan);
  trim(plans);
  return plan;
}

function trim(map: Map<string, unknown>): void {
  for (const oldest of map.keys()) {
    if (map.size <= KEPT) return;
    map.delete(oldest);
  }
}
