import { CANCEL_EVENT_BOOKINGS } from "../../../src/server/services/sale/money/refunds/cancel-event-bookings";
import { buyerReview } from "../buyer";
import { reviews } from "../reviews";
import type { Ledger } from "./bookings";
import type { MadeEvent } from "./events";
import { insertRows } from "./insert";
import type { People, Person } from "./people";
import type { Seeding } from "./seeding";
import { DAY_MS } from "./when";

/** What people wrote of the evenings that are over: each by somebody who was there. */
export async function makeReviews(
  seeding: Seeding,
  people: People,
  events: MadeEvent[],
  ledger: Ledger,
): Promise<void> {
  const { tx, now, random } = seeding;
  const buyer = people.named.buyer!;
  const regulars = new Set(people.regulars);
  const rows = events.flatMap((event) => {
    const said = reviews[event.demo.key] ?? [];
    const there = random.shuffle((ledger.audience.get(event.id) ?? []).filter((person) => person !== buyer));
    const authors = [
      ...there.filter((person) => regulars.has(person)),
      ...there.filter((person) => !regulars.has(person)),
    ];
    const since = now.getTime() - event.endsAt.getTime();
    const at = (share: number) => new Date(event.endsAt.getTime() + Math.min(since, 6 * DAY_MS) * share);
    const row = (
      person: Person,
      createdAt: Date,
      review: { rating: number; comment?: string; reply?: string },
    ) => ({
      id: random.uuid(createdAt),
      eventId: event.id,
      userId: person.id,
      rating: review.rating,
      comment: review.comment ?? null,
      reply: review.reply ?? null,
      repliedAt: review.reply
        ? new Date(createdAt.getTime() + (now.getTime() - createdAt.getTime()) / 2)
        : null,
      createdAt,
      updatedAt: createdAt,
    });
    const written = said.map((review, index) => row(authors[index]!, at(0.05 + 0.8 * random.next()), review));
    return event.demo.key === buyerReview.event ? [...written, row(buyer, at(0.3), buyerReview)] : written;
  });
  await insertRows(tx, "Review", rows);
}

/** Who made, published and called off what. */
export async function makeAuditTrail(seeding: Seeding, events: MadeEvent[]): Promise<void> {
  const { tx, now, random } = seeding;
  const rows = events.flatMap((event) => {
    const { demo, id, organizerId } = event;
    const made = new Date(Math.min(event.onSaleAt.getTime(), now.getTime()) - 4 * DAY_MS);
    const entry = (action: string, createdAt: Date, after: object) => ({
      id: random.uuid(createdAt),
      actorId: organizerId,
      action,
      entity: "event",
      entityId: id,
      after,
      createdAt,
    });
    const entries = [
      entry("event.create", made, { title: demo.title, basePricePaise: demo.basePrice * 100 }),
    ];
    if (demo.status !== "DRAFT")
      entries.push(entry("event.publish", new Date(made.getTime() + 2 * DAY_MS), { status: "PUBLISHED" }));
    if (event.cancelledAt)
      entries.push(
        entry("event.cancel", event.cancelledAt, { status: "CANCELLED", reason: demo.cancelReason }),
      );
    return entries;
  });
  await insertRows(tx, "AuditEntry", rows);
}

/** The work that calling an event off was: all its bookings given back, as its organizer's page says. */
export async function makeCancellationTasks({ tx, random }: Seeding, events: MadeEvent[]): Promise<void> {
  const rows = [];
  for (const { id, organizerId, cancelledAt } of events) {
    if (!cancelledAt) continue;
    const total = await tx.booking.count({ where: { eventId: id, status: "REFUNDED" } });
    rows.push({
      id: random.uuid(cancelledAt),
      kind: CANCEL_EVENT_BOOKINGS,
      entityId: id,
      actorId: organizerId,
      status: "DONE",
      done: total,
      total,
      createdAt: cancelledAt,
      updatedAt: cancelledAt,
    });
  }
  await insertRows(tx, "Task", rows);
}
