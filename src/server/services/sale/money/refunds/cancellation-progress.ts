import { notFound } from "~/domain/errors";
import { mayManageEvent, type Actor } from "~/domain/permissions";
import type { Db } from "~/server/db/db";
import { CANCEL_EVENT_BOOKINGS } from "./cancel-event-bookings";

/**
 * How far the cancellation of an event's bookings and their refunds has come; null where it was not cancelled.
 * @throws AppError NOT_FOUND, also for another organizer's event
 */
export async function cancellationProgress({ db, actor, eventId }: { db: Db; actor: Actor; eventId: string }) {
  const event = await db.event.findUnique({ where: { id: eventId }, select: { organizerId: true } });
  if (!event || !mayManageEvent(actor, event)) throw notFound("event");
  const task = await db.task.findFirst({
    where: { kind: CANCEL_EVENT_BOOKINGS, entityId: eventId },
    orderBy: { createdAt: "desc" },
    select: { status: true, done: true, total: true, error: true, updatedAt: true },
  });
  if (!task) return null;
  const refunds = await db.refund.groupBy({
    by: ["status"],
    where: { reason: "EVENT_CANCELLED", booking: { eventId } },
    _count: { _all: true },
    _sum: { amountPaise: true },
  });
  const of = (...statuses: string[]) => refunds.filter((row) => statuses.includes(row.status));
  const count = (rows: typeof refunds) => rows.reduce((sum, row) => sum + row._count._all, 0);
  const paise = (rows: typeof refunds) => rows.reduce((sum, row) => sum + (row._sum.amountPaise ?? 0), 0);
  return {
    ...task,
    refundsAsked: count(refunds),
    refundsDone: count(of("COMPLETED")),
    refundsFailed: count(of("FAILED")),
    refundedPaise: paise(of("COMPLETED")),
    owedPaise: paise(of("PENDING", "PROCESSING", "FAILED")),
  };
}
