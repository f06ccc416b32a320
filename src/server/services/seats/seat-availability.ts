import { notFound } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import type { Db } from "~/server/db/db";
import { maySeeEvent } from "~/server/services/rights/event-rules";
import { loadAvailability } from "~/server/services/occupancy/availability-loader";

export type SeatAvailability = {
  planHash: string;
  /** Changes when a seat does. */
  etag: string;
  seatCount: number;
  /** Base64; two bits a seat by ordinal (domain/seating/seat-packing). */
  packed: string;
};

/**
 * Which seats are free now, in 2 bits each.
 * @throws AppError NOT_FOUND, also for another's draft
 */
export async function seatAvailability({
  db,
  actor,
  eventId,
}: {
  db: Db;
  actor: Actor | null;
  eventId: string;
}): Promise<SeatAvailability> {
  const reading = await loadAvailability({ db, eventId });
  if (!reading || !maySeeEvent(actor, reading)) throw notFound("event");
  const { planHash, etag, seatCount, packed } = reading;
  return { planHash, etag, seatCount, packed };
}
