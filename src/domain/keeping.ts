/*
 * How long one buyer may keep seats of one event from everybody else without paying, and what comes after. A run begins
 * with a hold where nothing is held, and goes on, through letting go and holding again, until the buyer pays or stays
 * away for a pause. Nothing of a run outlasts it, and each run that was not paid makes the next pause longer
 * (docs/decisions/0170). `hold_seats` and `create_booking` in the database say the same; all times in seconds.
 */

export type KeepingLimits = {
  /** Seats are kept so long at most, from the first hold of a run, the hidden grace of a payment included. */
  atMost: number;
  /** No hold, extended or not, ends later: what is left is enough to pay in. */
  holdsUntil: number;
  /** No booking's countdown ends later. */
  bookingsUntil: number;
  /** A hold that would last no longer than this is none; a run no longer than this is none to be counted. */
  brief: number;
  /** How long to stay away after so many unpaid runs; the last one for all after. */
  pauses: number[];
  /** Unpaid runs are forgotten by who held nothing for so long. */
  forget: number;
  /** Events at which a buyer may hold seats at once. */
  events: number;
};

/** Events at which somebody may hold seats at once whose address is not confirmed yet. */
export const EVENTS_UNCONFIRMED = 1;

/** The limits that follow from the lengths of a hold and of a booking. At ten minutes each: half an hour in all. */
export function keepingLimits(holdSeconds: number, bookingSeconds: number): KeepingLimits {
  const atMost = 2 * holdSeconds + bookingSeconds;
  return {
    atMost,
    holdsUntil: atMost - (bookingSeconds * 5) / 6,
    bookingsUntil: atMost - bookingSeconds / 3,
    brief: holdSeconds / 6,
    pauses: [1 / 6, 1, 3, 12, 48].map((part) => part * holdSeconds),
    forget: 144 * holdSeconds,
    events: 4,
  };
}

/** A buyer's run at one event: `until` is the end of what they keep, or when they let the last of it go. */
export type Run = { since: number; until: number; rounds: number };

/** The pause after a run before the next one may begin. */
export function pauseAfter(run: Run, limits: KeepingLimits): number {
  return limits.pauses[Math.min(run.rounds, limits.pauses.length - 1)]!;
}

/**
 * The run that a hold at `now` belongs to, of a buyer who holds nothing.
 * @param paid whether they have bought seats since the run began
 * @returns null where they have kept seats long enough: `run.until + pauseAfter(run)` is when they may again
 */
export function runFor(run: Run | null, paid: boolean, now: number, limits: KeepingLimits): Pick<Run, "since" | "rounds"> | null {
  if (!run || paid || now >= run.until + limits.forget) return { since: now, rounds: 0 };
  if (now >= run.until + pauseAfter(run, limits)) {
    return { since: now, rounds: run.until - run.since > limits.brief ? run.rounds + 1 : run.rounds };
  }
  return mayHold(run, now, limits) ? run : null;
}

/** Whether a hold that begins now would last long enough to be of use. */
export function mayHold({ since }: Pick<Run, "since">, now: number, limits: KeepingLimits): boolean {
  return now < since + limits.holdsUntil - limits.brief;
}
