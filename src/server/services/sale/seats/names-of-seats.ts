import { nameOfSeat } from "~/domain/seating/seat-name";
import type { Db } from "~/server/db/db";

/** Names of an event's seats in the plan's order; ids that are none of its seats are left out. */
export async function namesOfSeats(input: { db: Db; eventId: string; seatIds: readonly string[] }): Promise<string[]> {
  const seats = await input.db.seat.findMany({
    where: { id: { in: [...input.seatIds] }, eventId: input.eventId },
    orderBy: { ordinal: "asc" },
    select: { rowLabel: true, seatLabel: true },
  });
  return seats.map(nameOfSeat);
}
