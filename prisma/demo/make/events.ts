import slugify from "@sindresorhus/slugify";
import type { PricedSection } from "../../../src/domain/event-pricing";
import { makeSeats, priceEvent } from "../../../src/server/services/seats/make-seats";
import { events } from "../events";
import type { DemoEvent } from "../types";
import { insertRows } from "./insert";
import type { People } from "./people";
import type { Seeding } from "./seeding";
import { TIME_ZONE, type MadeVenue } from "./venues";
import { DAY_MS, HOUR_MS, instantOf, localTime } from "./when";

export type MadeEvent = {
  id: string;
  serial: number;
  demo: DemoEvent;
  venue: MadeVenue;
  organizerId: string;
  sections: PricedSection[];
  startsAt: Date;
  endsAt: Date;
  onSaleAt: Date;
  cancelUntilHours: number | null;
  cancelRefundBps: number;
  /** When it was called off, where it was. */
  cancelledAt: Date | null;
};

/** The events with sections and seats, made as the product makes them, every seat free. */
export async function makeEvents(
  seeding: Seeding,
  people: People,
  venues: Map<string, MadeVenue>,
): Promise<MadeEvent[]> {
  const { tx, now } = seeding;
  const serials = await tx.$queryRaw<{ serial: number }[]>`
    SELECT nextval(pg_get_serial_sequence('"Event"', 'serial'))::int AS serial FROM generate_series(1, ${events.length}::int)`;
  const made = events.map((demo, index) => {
    const venue = venues.get(demo.venue);
    const serial = serials[index]?.serial;
    if (!venue || !serial)
      throw new Error(`The event ${demo.key} is at a venue that is not in the demo data.`);
    const { sections, facts } = priceEvent(venue.plan, serial, demo.basePrice * 100);
    return { event: dated(seeding, people, { demo, venue, serial, sections }), facts };
  });
  await insertRows(
    tx,
    "Event",
    made.map(({ event, facts }) => ({ ...rowOf(event, now), ...facts })),
  );
  for (const { event } of made) {
    await makeSeats({ tx, event, plan: event.venue.plan, sections: event.sections });
  }
  return made.map(({ event }) => event);
}

type Undated = Pick<MadeEvent, "demo" | "venue" | "serial" | "sections">;

function dated({ now, random }: Seeding, people: People, event: Undated): MadeEvent {
  const { demo } = event;
  const startsAt = instantOf(demo.when, now, TIME_ZONE);
  const onSaleAt = localTime(now, -demo.onSaleDaysAgo, "11:00", TIME_ZONE);
  return {
    ...event,
    id: random.uuid(new Date(Math.min(onSaleAt.getTime(), now.getTime()) - 4 * DAY_MS)),
    organizerId: people.named[demo.organizer]!.id,
    startsAt,
    endsAt: new Date(startsAt.getTime() + demo.minutes * 60_000),
    onSaleAt,
    cancelUntilHours: demo.cancelUntilHours === undefined ? 24 : demo.cancelUntilHours,
    cancelRefundBps: demo.cancelRefundBps ?? 10_000,
    cancelledAt: demo.status === "CANCELLED" ? new Date(now.getTime() - 2 * DAY_MS) : null,
  };
}

function rowOf(event: MadeEvent, now: Date) {
  const { demo } = event;
  const status = demo.status ?? "PUBLISHED";
  const createdAt = new Date(Math.min(event.onSaleAt.getTime(), now.getTime()) - 4 * DAY_MS);
  return {
    id: event.id,
    serial: event.serial,
    slug: slugify(demo.title),
    title: demo.title,
    subtitle: demo.subtitle ?? null,
    description: demo.description.join("\n\n"),
    category: demo.category,
    artist: demo.artist ?? null,
    language: demo.language ?? null,
    ageRating: demo.ageRating,
    status,
    organizerId: event.organizerId,
    venueId: event.venue.id,
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    onSaleAt: event.onSaleAt,
    basePricePaise: demo.basePrice * 100,
    featured: demo.featured ?? false,
    orphanRule: demo.orphanRule ?? "WARN",
    cancelUntilHours: event.cancelUntilHours,
    cancelRefundBps: event.cancelRefundBps,
    cancelReason: demo.cancelReason ?? null,
    publishedAt: status === "DRAFT" ? null : new Date(createdAt.getTime() + 2 * DAY_MS),
    cancelledAt: event.cancelledAt,
    completedAt: status === "COMPLETED" ? new Date(event.endsAt.getTime() + HOUR_MS) : null,
    createdAt,
    updatedAt: now,
  };
}
