import { AppError } from "~/domain/errors";
import { orphansOf } from "~/domain/seating/orphan-rule";
import { ordinalOf, seatId } from "~/domain/seating/seat-id";
import { unpackSeat } from "~/domain/seating/seat-packing";
import type { Db } from "~/server/db/db";
import { loadAvailability } from "~/server/services/occupancy/availability-loader";
import { readRoom } from "~/server/services/occupancy/room";
import { namesOfSeats } from "./names-of-seats";

/**
 * Refuses seats that would leave one seat alone, where the event asks for that (OrphanRule REFUSE). A matter of good
 * manners, not of correctness: judged by an availability up to 300 ms old, outside the transaction.
 * @throws AppError ORPHAN_SEAT (facts.orphans: ids)
 */
export async function refuseOrphans(input: { db: Db; eventId: string; seatIds: readonly string[] }): Promise<void> {
  const { db, eventId } = input;
  const room = await readRoom({ db, eventId });
  if (room?.orphanRule !== "REFUSE") return;
  const chosen = input.seatIds.map((id) => ordinalOf(room.serial, id)).filter((ordinal) => ordinal !== null);
  const reading = await loadAvailability({ db, eventId });
  if (!reading) return;
  const choosing = new Set(chosen);
  const isFree = (ordinal: number) => choosing.has(ordinal) || unpackSeat(reading.bytes, ordinal) === "AVAILABLE";
  const orphans = orphansOf(room.plan, chosen, isFree).map((ordinal) => seatId(room.serial, ordinal));
  if (orphans.length === 0) return;

  const names = await namesOfSeats({ db, eventId, seatIds: orphans });
  const list = new Intl.ListFormat("en", { type: "conjunction" }).format(names);
  throw new AppError("ORPHAN_SEAT", `That would leave ${list} alone. Please move along by one seat.`, {
    facts: { orphans, labels: names },
  });
}
