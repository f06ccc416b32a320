import { AppError } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import { env } from "~/env";
import type { Db } from "~/server/db";
import { transaction, type TransactionOptions } from "~/server/transaction";
import { readEventOnSale, seatsOf } from "./sale-event";

export type HeldSeats = {
  /** When the buyer's open hold ends (UTC); null where nothing is held. */
  holdExpiresAt: Date | null;
  /** All that the buyer now holds at this event. */
  seatIds: string[];
};

type Outcome = {
  outcome: "HELD" | "SEAT_LIMIT" | "SEAT_TAKEN";
  seatIds: string[];
  expiresAt: Date;
  taken: string[];
  takenLabels: string[];
};

/**
 * Holds seats for a buyer: all of them or none. Seats that are the buyer's already stay so, and a second hold
 * does not prolong the first.
 * @throws AppError NOT_FOUND, NOT_ON_SALE, SEAT_LIMIT, SEAT_TAKEN (facts.taken: ids), BUSY
 */
export async function holdSeats(input: {
  db: Db;
  actor: Actor;
  eventId: string;
  seatIds: readonly string[];
  options?: TransactionOptions;
}): Promise<HeldSeats> {
  const { db, actor, eventId } = input;
  const event = await readEventOnSale(db, eventId);
  const seats = seatsOf(event, input.seatIds);
  const limit = env.MAX_SEATS_PER_USER;
  if (seats.length > limit) throw seatLimit(limit);

  const result = await transaction(
    db,
    async (tx) => {
      const [row] = await tx.$queryRaw<Outcome[]>`
        SELECT * FROM hold_seats(${actor.id}, ${eventId}, ${seats}::text[], ${env.SEAT_HOLD_TTL}::float8, ${limit}::int)`;
      return row;
    },
    input.options,
  );
  if (!result) throw new AppError("INTERNAL", "Something went wrong on our side. Please try again.");
  if (result.outcome === "SEAT_LIMIT") throw seatLimit(limit);
  if (result.outcome === "SEAT_TAKEN") throw seatTaken(result.taken, result.takenLabels);
  return { holdExpiresAt: result.expiresAt, seatIds: result.seatIds };
}

function seatLimit(limit: number): AppError {
  return new AppError(
    "SEAT_LIMIT",
    `You can have ${limit} seats at one event, held and bought together. Let one go to choose another.`,
    { facts: { limit } },
  );
}

function seatTaken(taken: string[], labels: string[]): AppError {
  const names = new Intl.ListFormat("en", { type: "conjunction" }).format(labels);
  return new AppError("SEAT_TAKEN", `Someone was quicker with ${names || "that seat"}. Please choose another.`, {
    facts: { taken, labels },
  });
}
