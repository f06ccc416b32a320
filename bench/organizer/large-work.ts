import type { Actor } from "~/domain/permissions";
import type { Db } from "~/server/db/db";
import { createEvent } from "~/server/services/events/create-event";
import { attendeesCsv } from "~/server/services/organizer/attendees-csv";
import { createVenue } from "~/server/services/venues/create-venue";
import { ids } from "./world";

const actor: Actor = { id: ids.organizer(1), role: "ORGANIZER" };

/** What is allowed seconds: making an event of 50,000 seats, and the list of 50,000 tickets, piece by piece. */
export async function largeWork(db: Db): Promise<{ seatsMadeMs: number; ticketsExportedMs: number }> {
  const sections = Array.from({ length: 20 }, (_, n) => ({
    name: `Block ${n + 1}`,
    rowCount: 50,
    seatsPerRow: 50,
  }));
  const place = { name: "Bench Stadium", address: "1 Lane", city: "Pune" };
  const { id: venueId } = await createVenue({ db, actor, input: { ...place, sections } });
  const seatsMadeMs = await timed(() => createEvent({ db, actor, input: { ...event(), venueId } }));
  const ticketsExportedMs = await timed(async () => {
    let cursor: string | undefined;
    do cursor = (await attendeesCsv({ db, actor, eventId: ids.event(1), cursor })).nextCursor ?? undefined;
    while (cursor);
  });
  return { seatsMadeMs, ticketsExportedMs };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return Math.round(performance.now() - began);
}

function event() {
  return {
    title: "Bench Final",
    description: "A large one.",
    category: "SPORTS" as const,
    startsAt: new Date(Date.now() + 60 * 86_400_000),
    basePricePaise: 50_000,
  };
}
