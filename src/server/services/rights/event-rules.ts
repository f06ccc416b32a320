import { AppError, notFound } from "~/domain/errors";
import { canMoveEvent, type EventStatus } from "~/domain/event-state";
import { mayManageEvent, mayManageVenue, type Actor } from "~/domain/permissions";
import type { Tx } from "~/server/db/db";

/** Whether `actor` may know of the event: drafts are their organizer's and the admins' alone. */
export function maySeeEvent(
  actor: Actor | null,
  event: { status: EventStatus; organizerId: string },
): boolean {
  return event.status !== "DRAFT" || (actor !== null && mayManageEvent(actor, event));
}

/** @throws AppError NOT_FOUND, also for another's draft; FORBIDDEN for another's event */
export async function managedEvent(tx: Pick<Tx, "event">, actor: Actor, id: string) {
  const event = await tx.event.findUnique({ where: { id }, omit: { createdAt: true } });
  if (!event || !maySeeEvent(actor, event)) throw notFound("event");
  if (!mayManageEvent(actor, event))
    throw new AppError("FORBIDDEN", "This event belongs to another organizer.");
  return event;
}

const states: Record<EventStatus, string> = {
  DRAFT: "a draft",
  PUBLISHED: "published already",
  COMPLETED: "over",
  CANCELLED: "cancelled",
};

/** @throws AppError INVALID_TRANSITION */
export function assertMove(event: { status: EventStatus }, to: EventStatus): void {
  if (!canMoveEvent(event.status, to)) {
    throw new AppError("INVALID_TRANSITION", `This event is ${states[event.status]}.`, {
      facts: { from: event.status, to },
    });
  }
}

/** @throws AppError INVALID_TRANSITION where the event is over or cancelled */
export function assertOpen(event: { status: EventStatus }): void {
  if (event.status !== "DRAFT" && event.status !== "PUBLISHED") {
    throw new AppError(
      "INVALID_TRANSITION",
      `This event is ${states[event.status]} and cannot be changed any more.`,
    );
  }
}

/**
 * A venue that `actor` may hold events at: their own, or a shared one.
 * @throws AppError INVALID_INPUT (`venueId`)
 */
export async function assertUsableVenue(tx: Pick<Tx, "venue">, actor: Actor, venueId: string): Promise<void> {
  const venue = await tx.venue.findUnique({
    where: { id: venueId },
    select: { ownerId: true, archivedAt: true },
  });
  const refuse = (sentence: string) => new AppError("INVALID_INPUT", sentence, { field: "venueId" });
  if (!venue || venue.archivedAt) throw refuse("We could not find that venue. Please choose another.");
  if (venue.ownerId !== null && !mayManageVenue(actor, venue))
    throw refuse("This venue is another organizer's. Please choose one of yours or a shared one.");
}
