import { AppError } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import { nameOf, placesOf } from "~/domain/seating/plan/plan-difference";
import type { SeatingPlanContent } from "~/domain/seating/plan/seating-plan";
import { nameInSection } from "~/domain/seating/seat-name";
import type { Db, Tx } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import { lockAllBuyers, lockEventToClose } from "~/server/services/sale/locks";
import { audit } from "~/server/services/audit";
import { bulk } from "~/server/services/bulk";
import { managedEvent } from "~/server/services/rights/event-rules";
import { afterPrices } from "~/server/services/pricing/after-prices";
import { readMarks } from "~/server/services/sale/seats/read-marks";
import { deleteSeats, handOver, lockTaken, markAlike, type TakenSeat } from "~/server/services/sale/seats/write-seats";
import { currentPlan } from "~/server/services/venues/current-plan";
import { makeSeats, priceEvent } from "~/server/services/seats/make-seats";
import { newSerial } from "~/server/services/seats/new-serial";

type Input = { db: Db; actor: Actor; eventId: string };

/**
 * Moves an event that is on sale to its venue's plan as it now is, which the organizer has looked at (`planId`). What is
 * held or sold keeps its name, price, holder and time, under a new seat id; where the plan has no seat of that name,
 * nothing happens. Blocked seats and categories stay where a seat of that name still is.
 * @throws AppError NOT_FOUND, FORBIDDEN; INVALID_TRANSITION (not on sale; a door has its list already); PLAN_CONFLICT
 *   (the plan is another by now; `facts.taken`: held or sold seats that it has not)
 */
export async function takePlan({ db, actor, eventId, planId }: Input & { planId: string }): Promise<{ seatCount: number; planHash: string }> {
  return transaction(
    db,
    async (tx) => {
      await lockEventToClose(tx, eventId);
      const event = await managedEvent(tx, actor, eventId);
      await assertMovable(tx, event);
      const plan = await currentPlan({ tx, venueId: event.venueId });
      if (plan.id !== planId) throw new AppError("PLAN_CONFLICT", "The venue's plan has changed again. Look at the difference anew.");
      if (plan.id === event.planId) return { seatCount: event.seatCount, planHash: event.planHash };
      await lockAllBuyers(tx, eventId);
      const taken = await lockTaken(tx, eventId);
      refuseLoss(taken, plan.content);
      const marks = await marksIn(tx, eventId, plan.content);
      await deleteSeats(tx, eventId);
      await tx.eventSection.deleteMany({ where: { eventId } });
      const serial = await newSerial(tx, eventId);
      const { sections, facts } = priceEvent(plan, serial, event.basePricePaise, event.taxBps);
      await makeSeats({ tx, event: { id: eventId, serial }, plan, sections });
      if (marks.length > 0) await markAlike(tx, eventId, marks);
      const kept = await handOver(tx, eventId, taken);
      if (kept !== taken.length) throw new Error(`${taken.length} seats were taken, ${kept} were handed over.`);
      await tx.event.update({ where: { id: eventId }, data: { planId: plan.id, seatCount: facts.seatCount }, select: { id: true } });
      // The last word on prices and the layout's name: what is sold may cost something else than its section now.
      const { planHash } = await afterPrices(tx, eventId);
      const [before, after] = [{ planId: event.planId, seatCount: event.seatCount }, { planId: plan.id, seatCount: facts.seatCount }];
      await audit(tx, { actor, action: "event.takePlan", entity: "event", entityId: eventId, before, after });
      return { seatCount: facts.seatCount, planHash };
    },
    bulk,
  );
}

/** @throws AppError INVALID_TRANSITION */
export async function assertMovable(tx: Pick<Tx, "checkInDevice">, event: { id: string; status: string }): Promise<void> {
  if (event.status !== "PUBLISHED") throw new AppError("INVALID_TRANSITION", "Only an event on sale moves to another plan: a draft follows its venue by itself.");
  const door = await tx.checkInDevice.findFirst({ where: { eventId: event.id }, select: { id: true } });
  if (door) throw new AppError("INVALID_TRANSITION", "A door has this event's list already. Its seats stay as they are.");
}

/** Held or sold seats that a plan has no seat for under their names. */
export function lostSeats<S extends Pick<TakenSeat, "sectionName" | "rowLabel" | "seatLabel">>(taken: readonly S[], content: SeatingPlanContent): S[] {
  const there = new Set(placesOf(content).map(nameOf));
  return taken.filter(({ sectionName: section, rowLabel: row, seatLabel: seat }) => !there.has(nameOf({ section, row, seat })));
}

function refuseLoss(taken: readonly TakenSeat[], content: SeatingPlanContent): void {
  const lost = lostSeats(taken, content);
  if (lost.length === 0) return;
  const names = lost.slice(0, 5).map(nameInSection);
  if (lost.length > names.length) names.push(`${lost.length - names.length} more`);
  const list = new Intl.ListFormat("en", { type: "conjunction" }).format(names);
  throw new AppError("PLAN_CONFLICT", `Held or sold, and not in the new plan: ${list}. Give the plan seats of these names, or cancel the bookings first.`, {
    facts: { taken: lost.map((seat) => seat.id) },
  });
}

/** Marks with the sections' ids of the new plan, where it has a section of that name. */
async function marksIn(tx: Tx, eventId: string, content: SeatingPlanContent) {
  const known = await tx.eventSection.findMany({ where: { eventId }, select: { sectionId: true, name: true } });
  const names = new Map(known.map(({ sectionId, name }) => [sectionId, name]));
  const ids = new Map(content.sections.map(({ id, name }) => [name, id]));
  const marks = await readMarks(tx, eventId);
  return marks.flatMap((mark) => {
    const sectionId = ids.get(names.get(mark.sectionId) ?? "");
    return sectionId ? [{ ...mark, sectionId }] : [];
  });
}
