import { AppError } from "~/domain/errors";
import { EVENTS_UNCONFIRMED } from "~/domain/keeping";
import type { Actor } from "~/domain/permissions";
import { seatName } from "~/domain/seating/seat-name";
import { env } from "~/env";
import { countOf, listOf } from "~/lib/words";
import type { Db } from "~/server/db/db";
import { Refusal } from "~/server/db/refusal";
import type { TransactionOptions } from "~/server/db/transaction";
import { refuseOrphans } from "./refuse-orphans";
import { notAtThisEvent, readEventOnSale } from "./sale-event";
import { holdInOneTrip, keeping } from "./write-seats";

export type HeldSeats = {
  /** When the buyer's open hold ends, or the booking where all is in one (UTC); null where nothing is held. */
  holdExpiresAt: Date | null;
  /** All that the buyer now holds at this event. */
  seatIds: string[];
};

/**
 * Holds seats for a buyer: all of them or none. Seats that are the buyer's already stay so, and a second hold
 * does not prolong the first.
 * @throws AppError NOT_FOUND, NOT_ON_SALE, SEAT_LIMIT (of seats, or of events held at once), SEAT_TAKEN (facts.taken: ids),
 * RATE_LIMITED (kept seats for long without paying), PLAN_CONFLICT, ORPHAN_SEAT, BUSY
 */
export async function holdSeats(input: {
  db: Db;
  actor: Actor;
  eventId: string;
  seatIds: readonly string[];
  /** The layout that the buyer chose on; left out, it is not compared. */
  planHash?: string;
  /** Who chose these seats: holdBest has weighed orphans itself. */
  chosenBy?: "the buyer" | "us";
  options?: TransactionOptions;
}): Promise<HeldSeats> {
  const { db, actor, eventId } = input;
  const seats = [...new Set(input.seatIds)].sort();
  const limit = env.MAX_SEATS_PER_USER;
  if (seats.length > limit) throw seatLimit(limit);
  if (input.chosenBy !== "us") await refuseOrphans({ db, eventId, seatIds: seats });

  const hold = { userId: actor.id, eventId, seatIds: seats, planHash: input.planHash };
  const held = await holdInOneTrip(db, hold, input.options).catch(async (error: unknown) => {
    throw error instanceof Refusal ? await refused(db, error, limit) : error;
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

async function refused(db: Db, { outcome, facts }: Refusal, limit: number): Promise<AppError> {
  if (outcome === "SEAT_LIMIT") return seatLimit(limit);
  if (outcome === "KEPT_LONG") return keptLong(facts as { seconds: number; holding: boolean });
  if (outcome === "UNCONFIRMED") {
    return new AppError(
      "SEAT_LIMIT",
      "You hold seats at another event. Please confirm your address first (the link is in our mail), so that we know whom they wait for; or let the others go.",
      { facts: { events: EVENTS_UNCONFIRMED } },
    );
  }
  if (outcome === "TOO_MANY_EVENTS") {
    const { events } = keeping();
    return new AppError("SEAT_LIMIT", `You hold seats at ${events} other events. Please pay for some or let them go first: others wait for them, too.`, {
      facts: { events },
    });
  }
  if (outcome === "PLAN_CHANGED") {
    return new AppError("PLAN_CONFLICT", "The seats of this event have changed since you opened the map. Please load it again and choose anew.");
  }
  const taken = facts.taken as string[];
  const names = (facts.names as [string, string][]).map(([row, seat]) => seatName(row, seat));
  // Read only once the hold was refused: a seat that its organizer keeps from sale was nobody else's.
  const blocked = await db.seat.count({ where: { id: { in: taken }, status: "BLOCKED" } });
  return seatTaken(taken, names, blocked === taken.length);
}

function keptLong({ seconds, holding }: { seconds: number; holding: boolean }): AppError {
  const why = "You have kept seats at this event for long, and others wait for them, too.";
  const next = holding ? "Please pay for those you hold." : `You can choose again ${inWords(seconds)}.`;
  return new AppError("RATE_LIMITED", `${why} ${next}`, { facts: { retryAfterMs: seconds * 1_000 } });
}

function inWords(seconds: number): string {
  if (seconds <= 90) return "in a minute";
  return seconds < 5_400 ? `in ${countOf(Math.ceil(seconds / 60), "minute")}` : `in ${countOf(Math.ceil(seconds / 3_600), "hour")}`;
}

function seatLimit(limit: number): AppError {
  return new AppError(
    "SEAT_LIMIT",
    `You can have ${limit} seats at one event, held and bought together. Let one go to choose another.`,
    { facts: { limit } },
  );
}

function seatTaken(taken: string[], labels: string[], allBlocked: boolean): AppError {
  if (labels.length < taken.length) return notAtThisEvent();
  const names = listOf(labels);
  const sentence = allBlocked ? `${names} ${taken.length === 1 ? "is" : "are"} not for sale.` : `Someone was quicker with ${names || "that seat"}.`;
  return new AppError("SEAT_TAKEN", `${sentence} Please choose another.`, {
    facts: { taken, labels },
  });
}
