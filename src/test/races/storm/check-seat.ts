import type { Call } from "./history";

/** What a seat is, as the rules have it. */
export type SeatModel = {
  holder: string | null;
  /** The end of the hold on the storm's clock; where `vague`, the earliest it can be. */
  until: number;
  /** An answer was lost, and with it the end. */
  vague: boolean;
  /** In a booking, or in one that another replaced: the hold's end no longer counts for it. */
  booked: boolean;
  sold: boolean;
};

const FREE: SeatModel = { holder: null, until: 0, vague: false, booked: false, sold: false };

/** Clocks are read in one process and rounded to a millisecond in another. */
const TOLERANCE_MS = 5;

/**
 * Searches a legal order of the calls on one seat: each takes effect at one moment between its invocation and its
 * end (Herlihy and Wing, linearizability; the search is Wing and Gong's, with Lowe's memory of visited states).
 * Seats are checked one by one, which is sound as linearizability is local. Calls that failed change nothing and are
 * left out; those whose answer was lost may have happened at any time since, or never.
 * @returns null where there is an order, else the calls that none could be found for
 */
export function checkSeat(seat: string, history: readonly Call[]): Call[] | null {
  const calls = history
    .filter((call) => call.outcome !== "failed" && call.seats.includes(seat))
    .sort((a, b) => a.invokedAt - b.invokedAt);
  const musts = calls.filter((call) => call.outcome === "done").length;
  const visited = new Set<string>();
  let furthest = -1;
  let stuck: Call[] = [];

  const search = (done: Set<number>, mustsDone: number, state: SeatModel, clock: number): boolean => {
    if (mustsDone === musts) return true;
    const left = calls.filter((call) => !done.has(call.id));
    const key = `${left.map((call) => call.id).join()}|${Object.values(state).join()}|${clock}`;
    if (visited.has(key)) return false;
    visited.add(key);
    // Nobody may overtake a call that had ended before they began.
    const horizon = Math.min(...left.map((call) => call.endedAt));
    const next = left.filter((call) => call.invokedAt <= horizon + TOLERANCE_MS);
    for (const call of next) {
      for (const step of applyCall(state, call, Math.max(clock, call.invokedAt))) {
        if (step.at > call.endedAt + TOLERANCE_MS) continue;
        const must = call.outcome === "done" ? 1 : 0;
        if (search(new Set(done).add(call.id), mustsDone + must, step.state, step.at)) return true;
      }
    }
    if (mustsDone > furthest) {
      furthest = mustsDone;
      stuck = next;
    }
    return false;
  };
  return search(new Set(), 0, FREE, 0) ? null : stuck;
}

/** The states a call may lead to from `state`, and the earliest moment for each; none where it may not happen. */
export function applyCall(state: SeatModel, call: Call, at: number): { state: SeatModel; at: number }[] {
  const mine = state.holder === call.buyer && !state.sold;
  const open = mine && (state.vague || state.until > at - TOLERANCE_MS);
  // A lapsed hold is nobody's: wait for its end where another's is in the way.
  const lapsed = state.holder === null || mine ? at : Math.max(at, state.until - TOLERANCE_MS);
  const end = (earliest: number) => ({ until: call.until ?? earliest, vague: call.until === undefined });
  switch (call.wanted) {
    case "hold": {
      if (state.sold) return [];
      const fresh = { state: { ...FREE, holder: call.buyer, ...end(at) }, at: lapsed };
      // What is mine already stays as it is: holding again does not prolong.
      const known = state.vague && !state.booked && call.until !== undefined;
      return open ? [{ state: known ? { ...state, ...end(at) } : state, at }, ...(state.until <= at + TOLERANCE_MS ? [fresh] : [])] : [fresh];
    }
    case "extend":
      // Moves the open hold alone: a seat with an end of its own (of a booking, or left over from one), or lost by
      // then, stays as it is while the buyer's others go on.
      if (!mine || (state.booked && !open)) return [{ state, at }];
      return open ? [{ state: state.booked ? state : { ...state, ...end(state.until) }, at }] : [];
    case "book":
      // The end of a booking that it replaces may be nearer than the hold's.
      return open ? [{ state: { ...state, ...end(at), booked: true }, at }] : [];
    case "confirm":
      // Late money takes the same seats where they are free: held by oneself, lapsed, or nobody's.
      return state.sold ? [] : [{ state: { ...FREE, holder: call.buyer, until: Infinity, sold: true }, at: lapsed }];
    case "cancel":
      return state.holder === call.buyer ? [{ state: FREE, at }] : [];
    case "release":
      return [{ state: mine ? FREE : state, at }];
  }
}
