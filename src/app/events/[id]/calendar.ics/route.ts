import { createEvent, type DateArray } from "ics";
import { env } from "~/env";
import { addressOf } from "~/lib/address";
import { orNotFound } from "~/trpc/or-not-found";
import { api } from "~/trpc/server";

const asUtc = (at: Date): DateArray => [
  at.getUTCFullYear(),
  at.getUTCMonth() + 1,
  at.getUTCDate(),
  at.getUTCHours(),
  at.getUTCMinutes(),
];

/** The event as a calendar file. Its UID stays the same, so that a second download replaces the first. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const event = await orNotFound(api.event.byId({ id }));

  const { venue, startsAt } = event;
  const { value, error } = createEvent({
    uid: `${event.id}@aisle`,
    productId: "aisle",
    title: event.title,
    start: asUtc(startsAt),
    startInputType: "utc",
    startOutputType: "utc",
    end: asUtc(event.endsAt ?? new Date(startsAt.getTime() + 2 * 3_600_000)),
    endInputType: "utc",
    endOutputType: "utc",
    location: `${venue.name}, ${addressOf(venue)}`,
    url: `${env.APP_URL}/events/${event.id}`,
    status: event.status === "CANCELLED" ? "CANCELLED" : "CONFIRMED",
  });
  if (error) throw error;
  return new Response(value, {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": `attachment; filename="${event.slug}.ics"`,
      "cache-control": "private, max-age=300",
    },
  });
}
