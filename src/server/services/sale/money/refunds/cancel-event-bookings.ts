import { personOf, type Actor } from "~/domain/permissions";
import type { Db, Tx } from "~/server/db/db";
import type { PaymentGateway } from "~/server/gateways/payment";
import { inParallel } from "~/lib/in-parallel";
import { log } from "~/server/log";
import { callOffBooking } from "~/server/services/sale/money/call-off-booking";
import { patience } from "~/server/patience";
import { bookingTransaction } from "~/server/services/sale/money/booking-transaction";
import type { LockedBooking } from "~/server/services/sale/locks";
import { attemptRefunds } from "~/server/services/sale/money/attempt-refund";

/** `Task.kind` of calling off an event's bookings; its entity is the event. */
export const CANCEL_EVENT_BOOKINGS = "cancel-event-bookings";

const BATCH = 50;

/** In the transaction that cancels an event: the task whose progress the organizer sees. @returns its id */
export async function startEventCancellation(tx: Tx, { eventId, actor }: { eventId: string; actor: Actor | null }): Promise<string> {
  const total = await tx.booking.count({ where: { eventId, status: { in: ["PENDING", "CONFIRMED"] } } });
  const task = await tx.task.create({
    data: { kind: CANCEL_EVENT_BOOKINGS, entityId: eventId, actorId: actor && personOf(actor), total, status: total === 0 ? "DONE" : "RUNNING" },
  });
  return task.id;
}

/**
 * Calls off a cancelled event's bookings, one transaction each, until none is left or the time is up; the
 * reconciling job goes on where this stopped, or was killed. What is left is read from the bookings themselves, so
 * that a batch done twice, or by two processes, does no harm.
 * @param input.budgetMs after which it stops in good order, at the end of a batch
 * @returns whether all are called off; their refunds may take longer
 */
export async function cancelEventBookings(input: {
  db: Db;
  gateway: PaymentGateway;
  eventId: string;
  budgetMs?: number;
  batchSize?: number;
}): Promise<boolean> {
  const { db, gateway, eventId, budgetMs = patience.callOffRunMs, batchSize = BATCH } = input;
  const stopAt = performance.now() + budgetMs;
  const event = await db.event.findUnique({ where: { id: eventId }, select: { cancelReason: true } });
  const callOff = calledOff(event?.cancelReason ?? null);
  const payments: string[] = [];
  const failed: string[] = [];
  for (let after = ""; ; ) {
    const batch = await db.booking.findMany({
      where: { eventId, status: { in: ["PENDING", "CONFIRMED"] }, id: { gt: after } },
      orderBy: { id: "asc" },
      take: batchSize,
      select: { id: true },
    });
    const last = batch.at(-1);
    if (!last) break;
    after = last.id;
    for (const { id } of batch) {
      try {
        const done = await bookingTransaction(db, id, callOff);
        if (done?.paymentRowId) payments.push(done.paymentRowId);
      } catch (error) {
        log.error({ bookingId: id, err: error }, "a booking could not be called off");
        failed.push(id);
      }
    }
    await reportProgress(db, eventId);
    if (performance.now() > stopAt) return false;
  }
  await reportProgress(db, eventId, failed);
  await inParallel(payments, 4, async (paymentRowId) => {
    if (performance.now() < stopAt) await attemptRefunds({ db, gateway, paymentRowId });
  });
  return failed.length === 0;
}

/** Calls one booking off, for the reason that its buyer reads. */
function calledOff(note: string | null) {
  return async (tx: Tx, booking: LockedBooking | null) => {
    if (!booking) return null;
    return callOffBooking(tx, booking, { cause: "EVENT_CANCELLED", cancelReason: "The event will not take place.", note });
  };
}

/** `failed` is said at the end only: an empty list closes the task. */
async function reportProgress(db: Db, eventId: string, failed?: string[]): Promise<void> {
  const left = await db.booking.count({ where: { eventId, status: { in: ["PENDING", "CONFIRMED"] } } });
  const error = failed?.length ? `${failed.length} bookings could not be called off, the first: ${failed[0]}` : null;
  await db.$executeRaw`
    UPDATE "Task" SET done = greatest(total - ${left}, 0), "updatedAt" = now(), error = ${error},
           status = (CASE WHEN ${left} = 0 THEN 'DONE' WHEN ${error}::text IS NOT NULL THEN 'FAILED' ELSE 'RUNNING' END)::"TaskStatus"
     WHERE kind = ${CANCEL_EVENT_BOOKINGS} AND "entityId" = ${eventId} AND status <> 'DONE'`;
}

/** Goes on with cancellations that were cut short. @returns how many events it worked on */
export async function resumeEventCancellations({ db, gateway, budgetMs }: { db: Db; gateway: PaymentGateway; budgetMs?: number }): Promise<number> {
  const events = await db.$queryRaw<{ id: string }[]>`
    SELECT e.id FROM "Event" e
     WHERE e.status = 'CANCELLED'
       AND EXISTS (SELECT 1 FROM "Booking" b WHERE b."eventId" = e.id AND b.status IN ('PENDING', 'CONFIRMED'))
     ORDER BY e."cancelledAt" LIMIT 5`;
  for (const { id } of events) await cancelEventBookings({ db, gateway, eventId: id, budgetMs });
  return events.length;
}
