/** Which way somebody goes. */
export const directions = ["ENTRY", "EXIT"] as const;
export type Direction = (typeof directions)[number];

/** What the server answers a scan with (the contract's words). */
export const answers = ["OK", "ALREADY_USED", "NOT_VALID", "WRONG_EVENT", "CANCELLED"] as const;
export type Answer = (typeof answers)[number];

/**
 * What the person at the door was told: one of the answers; ASK, where a phone without network may not decide alone;
 * NOTHING, where it died before it spoke.
 */
export const toldWords = [...answers, "ASK", "NOTHING"] as const;
export type Told = (typeof toldWords)[number];

/** Why, where the answer's one word does not say it. */
export type Reason =
  | "NOT_INSIDE"
  | "UNREADABLE"
  | "STALE_CODE"
  | "NO_PAPER"
  | "OTHER_SHARE"
  | "RETURNED"
  | "EVENT_CANCELLED"
  | "BY_HAND";

export type CheckInRole = "STEWARD" | "SUPERVISOR";

/** Beside a double there is the ticket that was given back after a door without network had let it in. */
export type ConflictKind = "DOUBLE" | "GONE" | "UNKNOWN";
