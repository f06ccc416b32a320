import type { Reason } from "~/domain/door/scan";
import { formatTime } from "~/lib/dates";
import type { Spoken } from "./engine/door-engine";
import type { Signal } from "./signals";

export type VerdictWords = { word: string; why: string | null; signal: Signal };

const reasons: Partial<Record<Reason, string>> = {
  UNREADABLE: "This is no code of ours.",
  STALE_CODE: "A picture of a code. Ask for the live one on the buyer's phone.",
  NO_PAPER: "Paper is not let in tonight. Ask for the code on the buyer's phone.",
  NOT_INSIDE: "This ticket is not inside.",
  RETURNED: "The ticket was given back or passed on.",
  EVENT_CANCELLED: "The event is cancelled.",
};

/** A verdict as the person at the door reads it, and its sound. */
export function verdictWords(spoken: Spoken, venue: { timeZone: string }): VerdictWords {
  const { result, direction, firstAt, byYou, at, reason } = spoken;
  const why = (reason && reasons[reason]) ?? null;
  switch (result) {
    case "OK":
      if (direction === "EXIT") return { word: "Goodbye", why: "May come back with the same ticket.", signal: "good" };
      return { word: "Come in", why: firstAt ? `Back again; first let in at ${formatTime(firstAt, venue)}.` : null, signal: "good" };
    case "ALREADY_USED":
      if (byYou && firstAt && firstAt.getTime() > 0) return { word: `You let this one in ${ago(at - firstAt.getTime())}`, why: `At this door, at ${formatTime(firstAt, venue)}.`, signal: "ask" };
      return { word: "Already used", why: firstAt && firstAt.getTime() > 0 ? `Let in at ${formatTime(firstAt, venue)}.` : "Let in at another door.", signal: "bad" };
    case "CANCELLED":
      return { word: "Cancelled", why, signal: "bad" };
    case "WRONG_EVENT":
      return { word: "Another event", why: "A real ticket, but not for tonight.", signal: "bad" };
    case "ASK":
      return { word: "Ask a supervisor", why: "No network, and another gate looks after this ticket.", signal: "ask" };
    case "NOT_VALID":
    case "NOTHING":
      return { word: "Not valid", why, signal: "bad" };
  }
}

function ago(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1_000));
  return seconds < 90 ? `${seconds} s ago` : `${Math.round(seconds / 60)} min ago`;
}
