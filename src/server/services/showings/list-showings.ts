import { notFound } from "~/domain/errors";
import { saleStateAt } from "~/domain/event-state";
import type { Actor } from "~/domain/permissions";
import { MOST_SHOWINGS } from "~/domain/showings";
import { databaseNow } from "~/server/db/clock";
import type { Db } from "~/server/db/db";
import { availabilityHints } from "../events/availability-hints";
import { confirmedSales } from "../events/confirmed-sales";
import { managedEvent, maySeeEvent } from "~/server/services/rights/event-rules";

type Base<Who> = { db: Db; actor: Who; eventId: string };

const select = { id: true, status: true, startsAt: true, onSaleAt: true, offSaleAt: true, seatCount: true, venueId: true } as const;

/**
 * The showings that buyers may still go to of the run that an event is of, soonest first: none where it stands alone.
 * @throws AppError NOT_FOUND, also for another's draft
 */
export async function showingsAhead({ db, actor, eventId }: Base<Actor | null>) {
  const event = await db.event.findUnique({ where: { id: eventId }, select: { status: true, organizerId: true, seriesId: true } });
  if (!event || !maySeeEvent(actor, event)) throw notFound("event");
  if (!event.seriesId) return [];
  const now = await databaseNow(db);
  const events = await db.event.findMany({
    where: { seriesId: event.seriesId, status: "PUBLISHED", startsAt: { gt: now } },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: MOST_SHOWINGS,
    select: { ...select, venue: { select: { name: true, timeZone: true } } },
  });
  const hints = await availabilityHints({ db, events });
  return events.map((showing) => ({
    id: showing.id,
    startsAt: showing.startsAt,
    venue: showing.venue,
    saleState: saleStateAt(showing, now),
    availability: hints.get(showing.id) ?? "MANY",
  }));
}

/**
 * All showings of a run as its organizer sees them, the event that was asked for among them, by time.
 * @throws AppError NOT_FOUND, FORBIDDEN
 */
export async function listShowings({ db, actor, eventId }: Base<Actor>) {
  const { seriesId, organizerId } = await managedEvent(db, actor, eventId);
  const events = await db.event.findMany({
    where: seriesId ? { seriesId, organizerId } : { id: eventId },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: MOST_SHOWINGS,
    select: { ...select, title: true, venue: { select: { name: true, timeZone: true, city: true } } },
  });
  const sold = await confirmedSales({ db, eventIds: events.map(({ id }) => id) });
  return events.map(({ onSaleAt: _on, offSaleAt: _off, venueId: _venue, ...showing }) => ({ ...showing, soldCount: sold.get(showing.id)?.tickets ?? 0 }));
}
