import type { Actor } from "~/domain/permissions";
import { planDifference, type Place, type PlanDifference } from "~/domain/seating/plan/plan-difference";
import type { SeatingPlanContent } from "~/domain/seating/plan/seating-plan";
import { nameInSection, seatName } from "~/domain/seating/seat-name";
import type { Db, Tx } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import { bulk } from "~/server/services/bulk";
import { managedEvent } from "~/server/services/rights/event-rules";
import type { TakenSeat } from "~/server/services/sale/seats/write-seats";
import { currentPlan } from "~/server/services/venues/current-plan";
import { lostSeats } from "./take-plan";

/** Seats of each kind that are named; the map has all of them. */
const NAMED = 40;

type Points = { xs: number[]; ys: number[] };

export type PlanNews = {
  /** What `takePlan` is told that the organizer looked at. */
  planId: string;
  size: { width: number; height: number };
  counts: Record<keyof PlanDifference, number>;
  /** Where seats are, or were (gone): whole plan units. */
  points: Record<keyof PlanDifference, Points>;
  /** Names, the first few of each kind. */
  named: { added: string[]; gone: string[]; moved: string[]; renamed: { from: string; to: string }[] };
  /** Held or sold seats that the new plan has not: while there are any, the event stays as it is. */
  lost: string[];
};

/**
 * How the venue's plan differs from what an event on sale has; null where it does not, or the event is not on sale.
 * @throws AppError NOT_FOUND, FORBIDDEN
 */
export async function planNews({ db, actor, eventId }: { db: Db; actor: Actor; eventId: string }): Promise<PlanNews | null> {
  return transaction(
    db,
    async (tx) => {
      const event = await managedEvent(tx, actor, eventId);
      if (event.status !== "PUBLISHED") return null;
      const plan = await currentPlan({ tx, venueId: event.venueId });
      if (plan.id === event.planId) return null;
      const { content } = await tx.seatingPlan.findUniqueOrThrow({ where: { id: event.planId }, select: { content: true } });
      const difference = planDifference(content as unknown as SeatingPlanContent, plan.content);
      const lost = lostSeats(await takenSeats(tx, eventId), plan.content);
      return { planId: plan.id, size: plan.content.size, ...shown(difference), lost: lost.map(nameInSection) };
    },
    bulk,
  );
}

function takenSeats(tx: Tx, eventId: string): Promise<Pick<TakenSeat, "sectionName" | "rowLabel" | "seatLabel">[]> {
  return tx.$queryRaw`
    SELECT e.name AS "sectionName", s."rowLabel", s."seatLabel"
      FROM "Seat" s JOIN "EventSection" e ON e."eventId" = s."eventId" AND e."sectionId" = s."sectionId"
     WHERE s."eventId" = ${eventId} AND (s.status = 'BOOKED' OR (s.status = 'HELD' AND s."heldUntil" > now())) ORDER BY s.ordinal`;
}

function shown({ same, added, gone, moved, renamed }: PlanDifference): Pick<PlanNews, "counts" | "points" | "named"> {
  const to = (pairs: { to: Place }[]) => pairs.map((pair) => pair.to);
  const first = (places: Place[]) => places.slice(0, NAMED).map(wordsOf);
  return {
    counts: { same: same.length, added: added.length, gone: gone.length, moved: moved.length, renamed: renamed.length },
    points: { same: pointsOf(same), added: pointsOf(added), gone: pointsOf(gone), moved: pointsOf(to(moved)), renamed: pointsOf(to(renamed)) },
    named: {
      added: first(added),
      gone: first(gone),
      moved: first(to(moved)),
      renamed: renamed.slice(0, NAMED).map((pair) => ({ from: wordsOf(pair.from), to: wordsOf(pair.to) })),
    },
  };
}

function pointsOf(places: readonly Place[]): Points {
  return { xs: places.map(({ x }) => Math.round(x)), ys: places.map(({ y }) => Math.round(y)) };
}

function wordsOf({ section, row, seat }: Place): string {
  return `${section} ${seatName(row, seat)}`;
}
