import { bestAvailable } from "~/domain/seating/best-available";
import { AppError, busy } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import { seatId } from "~/domain/seating/seat-id";
import { unpackSeat } from "~/domain/seating/seat-packing";
import type { Db } from "~/server/db/db";
import { loadAvailability, type Reading } from "~/server/services/occupancy/availability-loader";
import { readRoom, type Room } from "~/server/services/occupancy/room";
import { holdSeats, type HeldSeats } from "./hold-seats";
import { readEventOnSale } from "./sale-event";

/** Ideas tried before giving up: each costs one transaction. */
const TRIES = 8;

type Wish = { count: number; sectionId?: string; maxPricePaise?: number; accessible?: boolean; companion?: boolean };

/**
 * Holds the best seats together (domain/seating/best-available) that cost at most `maxPricePaise` each before tax. Where
 * someone takes them first it tries the next ideas, further and further down the list so that a crowd spreads.
 * @throws AppError NOT_FOUND, NOT_ON_SALE, SEAT_LIMIT, SEAT_TAKEN (none together left), BUSY
 */
export async function holdBest(input: Wish & { db: Db; actor: Actor; eventId: string }): Promise<HeldSeats> {
  const { db, actor, eventId } = input;
  await readEventOnSale(db, eventId);
  const room = await readRoom({ db, eventId });
  if (!room) throw noneTogether(input.count);
  if (input.sectionId && !room.plan.sections.some((section) => section.id === input.sectionId)) {
    throw new AppError("NOT_FOUND", "There is no such section at this event.", { field: "sectionId" });
  }
  const lost = new Set<string>();
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const reading = await loadAvailability({ db, eventId });
    const seatIds = reading && think(room, reading, input, lost, attempt);
    if (!seatIds) throw noneTogether(input.count);
    try {
      return await holdSeats({ db, actor, eventId, seatIds, chosenBy: "us" });
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "SEAT_TAKEN") throw error;
      for (const id of (error.facts?.taken ?? []) as string[]) lost.add(id);
    }
  }
  throw busy("the best seats went as fast as they were found");
}

function think(room: Room, reading: NonNullable<Reading>, wish: Wish, lost: Set<string>, attempt: number): string[] | null {
  const { plan, priceOf, serial } = room;
  const affordable = (ordinal: number) => wish.maxPricePaise === undefined || priceOf(ordinal) <= wish.maxPricePaise;
  const isFree = (ordinal: number) =>
    unpackSeat(reading.bytes, ordinal) === "AVAILABLE" && affordable(ordinal) && !lost.has(seatId(serial, ordinal));
  const skip = attempt === 0 ? 0 : Math.floor(Math.random() * 2 ** (attempt + 2));
  const { count, sectionId, accessible, companion } = wish;
  return bestAvailable(plan, { count, sectionId, accessible, companion, isFree, skip })?.map((ordinal) => seatId(serial, ordinal)) ?? null;
}

function noneTogether(count: number): AppError {
  const sentence =
    count === 1
      ? "There is no such seat left. Please try another section or price."
      : `There are no ${count} seats together left. Please try fewer seats, or another section or price.`;
  return new AppError("SEAT_TAKEN", sentence, { facts: { taken: [] } });
}
