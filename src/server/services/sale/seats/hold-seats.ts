import { AppError } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import { env } from "~/env";
import { listOf } from "~/lib/words";
import type { Db } from "~/server/db/db";
import { transaction, type TransactionOptions } from "~/server/db/transaction";
import { namesOfSeats } from "./names-of-seats";
import { refuseOrphans } from "./refuse-orphans";
import { notAtThisEvent, readEventOnSale } from "./sale-event";

export type HeldSeats = {
  /** When the buyer's open hold ends, or the booking where all is in one (UTC); null where nothing is held. */
  holdExpiresAt: Date | null;
  /** All that the buyer now holds at this event. */
  seatIds: string[];
};

type Outcome = {
  outcome: "HELD" | "NOT_ON_SALE" | "SEAT_LIMIT" | "SEAT_TAKEN";
  seatIds: string[];
  expiresAt: Date;
  taken: string[];
};

/**
 * Holds seats for a buyer: all of them or none. Seats that are the buyer's already stay so, and a second hold
 * does not prolong the first.
 * @throws AppError NOT_FOUND, NOT_ON_SALE, SEAT_LIMIT, SEAT_TAKEN (facts.taken: ids), ORPHAN_SEAT, BUSY
 */
export async function holdSeats(input: {
  db: Db;
  actor: Actor;
  eventId: string;
  seatIds: readonly string[];
  /** Who chose these seats: holdBest has weighed orphans itself. */
  chosenBy?: "the buyer" | "us";
  options?: TransactionOptions;
}): Promise<HeldSeats> {
  const { db, actor, eventId } = input;
  const seats = [...new Set(input.seatIds)].sort();
  const limit = env.MAX_SEATS_PER_USER;
  if (seats.length > limit) throw seatLimit(limit);
  if (input.chosenBy !== "us") await refuseOrphans({ db, eventId, seatIds: seats });

  const held = await transaction(
    db,
    async (tx) => {
      const [row] = await tx.$queryRaw<[Outcome]>`
        SELECT * FROM hold_seats(${actor.id}, ${eventId}, ${seats}::text[], ${env.SEAT_HOLD_TTL}::float8, ${limit}::int)`;
      // Thrown inside, so that the buyer's own row goes back with the rest.
      if (row.outcome === "SEAT_LIMIT") throw seatLimit(limit);
      if (row.outcome === "SEAT_TAKEN") throw seatTaken(row.taken);
      return row;
    },
    input.options,
  ).catch(async (error: unknown) => {
    // Named after the refusal, for a buyer who reads it: nobody reads of seats that we chose and tried.
    const taken = input.chosenBy !== "us" && takenOf(error);
    throw taken ? seatTaken(taken, await namesOfSeats({ db, eventId, seatIds: taken })) : error;
  });
  if (held.outcome === "NOT_ON_SALE") throw await whyNotOnSale(db, eventId);
  return { holdExpiresAt: held.expiresAt, seatIds: held.seatIds };
}

/** The reason in words; read only once selling was refused, so that a hold costs no trip for it. */
async function whyNotOnSale(db: Db, eventId: string): Promise<AppError> {
  try {
    await readEventOnSale(db, eventId);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  return new AppError("BUSY", "Tickets have just come on sale. Please try again.", { facts: { retryAfterMs: 500 } });
}

function seatLimit(limit: number): AppError {
  return new AppError(
    "SEAT_LIMIT",
    `You can have ${limit} seats at one event, held and bought together. Let one go to choose another.`,
    { facts: { limit } },
  );
}

function takenOf(error: unknown): string[] | null {
  return error instanceof AppError && error.code === "SEAT_TAKEN" ? (error.facts?.taken as string[]) : null;
}

function seatTaken(taken: string[], labels?: string[]): AppError {
  if (labels && labels.length < taken.length) return notAtThisEvent();
  const names = listOf(labels ?? []);
  return new AppError("SEAT_TAKEN", `Someone was quicker with ${names || "that seat"}. Please choose another.`, {
    facts: { taken, labels },
  });
}
