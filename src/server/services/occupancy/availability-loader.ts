import { packSeats } from "~/domain/seating/seat-packing";
import type { EventStatus } from "~/domain/event-state";
import type { SeatStatus } from "~/domain/seating/seat-state";
import type { Db } from "~/server/db/db";
import { poolOf } from "~/server/db/pool";
import { pace } from "~/server/patience";
import { shortHash } from "~/server/services/venues/current-plan";

const SWEEP_OVER = 500;

/** What one reading found; null where there is no such event. */
export type Reading = {
  planHash: string;
  seatCount: number;
  status: EventStatus;
  organizerId: string;
  /** Two bits a seat (domain/seating/seat-packing). */
  bytes: Uint8Array;
  packed: string;
  etag: string;
  /** The database's clock, UTC. */
  readAt: Date;
} | null;

type Entry = { startedAt: number; settled: boolean; reading: Promise<Reading> };

/** Of the whole process: what stands before Next and what Next has bundled ask the same connections. */
const shared = globalThis as unknown as { aisleReadings?: WeakMap<object, Map<string, Entry>> };
const loaders = (shared.aisleReadings ??= new WeakMap<object, Map<string, Entry>>());

/**
 * The state of an event's seats, at most 300 ms old (or as old as the read that is under way): everyone who asks in
 * between shares one read, so that the database's work does not grow with the audience. A failure is shared likewise.
 */
export function loadAvailability({ db, eventId }: { db: Db; eventId: string }): Promise<Reading> {
  const whose = poolOf(db) ?? db;
  const entries = loaders.get(whose) ?? new Map<string, Entry>();
  loaders.set(whose, entries);
  const now = performance.now();
  const known = entries.get(eventId);
  if (known && (!known.settled || now - known.startedAt < pace.availabilityMs)) return known.reading;
  if (entries.size > SWEEP_OVER) forgetOld(entries, now);
  const entry: Entry = { startedAt: now, settled: false, reading: read(db, eventId) };
  const settle = () => void (entry.settled = true);
  entry.reading.then(settle, settle);
  entries.set(eventId, entry);
  return entry.reading;
}

type Row = Omit<NonNullable<Reading>, "bytes" | "packed" | "etag"> & { codes: number[] | null };

const statuses: readonly SeatStatus[] = ["AVAILABLE", "HELD", "BOOKED", "BLOCKED"];

async function read(db: Db, eventId: string): Promise<Reading> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT e."planHash", e."seatCount", e.status::text, e."organizerId", now() AS "readAt",
           (SELECT array_agg(s.ordinal * 4 + CASE s.status WHEN 'HELD' THEN 1 WHEN 'BOOKED' THEN 2 ELSE 3 END)
              FROM "Seat" s
             WHERE s."eventId" = e.id AND (s.status IN ('BOOKED', 'BLOCKED') OR (s.status = 'HELD' AND s."heldUntil" > now()))) AS codes
      FROM "Event" e WHERE e.id = ${eventId}`;
  if (!row) return null;
  const { codes, ...event } = row;
  const taken = (codes ?? []).map((code) => ({
    ordinal: code >> 2,
    status: statuses[code & 3] ?? "BLOCKED",
  }));
  const bytes = packSeats(event.seatCount, taken);
  const packed = Buffer.from(bytes).toString("base64");
  return { ...event, bytes, packed, etag: shortHash(`${event.planHash}:${packed}`) };
}

function forgetOld(entries: Map<string, Entry>, now: number): void {
  for (const [eventId, entry] of entries) if (now - entry.startedAt > pace.availabilityKeptMs) entries.delete(eventId);
}
