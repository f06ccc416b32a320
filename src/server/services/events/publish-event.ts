import { AppError } from "~/domain/errors";
import { publishGaps } from "~/domain/event-readiness";
import type { Actor } from "~/domain/permissions";
import type { Db } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import { audit } from "../audit";
import { taxOf } from "../invoices/tax-of";
import { replaceSeats } from "../seats/replace-seats";
import { currentPlan } from "../venues/current-plan";
import { bulk } from "~/server/services/bulk";
import { assertMove, managedEvent } from "~/server/services/rights/event-rules";

type Input = { db: Db; actor: Actor; id: string; now?: Date };

/**
 * Puts a draft on sale, with its venue's seats as they now are.
 * @param now for the past events of demo data and tests
 * @throws AppError NOT_FOUND, FORBIDDEN; INVALID_TRANSITION (`facts.missing`: what is wrong, field by field)
 */
export async function publishEvent({ db, actor, id, now = new Date() }: Input) {
  return transaction(
    db,
    async (tx) => {
      const event = await managedEvent(tx, actor, id);
      assertMove(event, "PUBLISHED");
      const plan = await currentPlan({ tx, venueId: event.venueId });
      const taxBps = await taxOf(tx, event.organizerId);
      const facts = await replaceSeats({ tx, event, plan, basePricePaise: event.basePricePaise, taxBps });
      const open = await tx.seat.findFirst({
        where: { eventId: id, status: { not: "BLOCKED" } },
        select: { id: true },
      });
      const [first, ...others] = publishGaps({ ...event, openSeats: open ? 1 : 0 }, now);
      if (first) {
        const facts = { missing: [first, ...others] };
        throw new AppError("INVALID_TRANSITION", `Not published yet. ${first.sentence}`, {
          field: first.field,
          facts,
        });
      }
      const { count } = await tx.event.updateMany({
        where: { id, status: "DRAFT" },
        data: { ...facts, status: "PUBLISHED", publishedAt: now },
      });
      if (count === 0) throw new AppError("INVALID_TRANSITION", "This event is published already.");
      await audit(tx, {
        actor,
        action: "event.publish",
        entity: "event",
        entityId: id,
        before: { status: "DRAFT" },
        after: { status: "PUBLISHED" },
      });
      return { id, status: "PUBLISHED" as const };
    },
    bulk,
  );
}

/**
 * What keeps a draft from being published, as `publishEvent` would say it.
 * @throws AppError NOT_FOUND, FORBIDDEN
 */
export async function publishChecklist({ db, actor, id, now = new Date() }: Input) {
  const event = await managedEvent(db, actor, id);
  const open = await db.seat.findFirst({
    where: { eventId: id, status: { not: "BLOCKED" } },
    select: { id: true },
  });
  return publishGaps({ ...event, openSeats: open ? 1 : 0 }, now);
}
