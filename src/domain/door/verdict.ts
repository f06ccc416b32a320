import type { Answer, Direction, Reason } from "./scan";

/** A ticket as a door knows it. Instants in ms, UTC. */
export type TicketAtDoor = {
  /** Sold, and not given back. */
  live: boolean;
  /** Let in and not out again since. */
  insideSince: number | null;
  /** Let in for the first time. */
  firstAt: number | null;
};

export type Verdict = { answer: Answer; reason?: Reason; firstAt?: number };

/**
 * The rule of the door, the same on the server and on a phone without network: one ticket lets one person in, and
 * in again after they went out. What the code is worth (signature, evening) is known before.
 */
export function decide(ticket: TicketAtDoor, direction: Direction): Verdict {
  if (!ticket.live) return { answer: "CANCELLED", reason: "RETURNED" };
  if (direction === "EXIT")
    return ticket.insideSince === null ? { answer: "NOT_VALID", reason: "NOT_INSIDE" } : { answer: "OK" };
  if (ticket.insideSince !== null) return { answer: "ALREADY_USED", firstAt: ticket.insideSince };
  return { answer: "OK", ...(ticket.firstAt !== null && { firstAt: ticket.firstAt }) };
}

/** The ticket after a verdict of OK at `at`. */
export function after(ticket: TicketAtDoor, direction: Direction, at: number): TicketAtDoor {
  return direction === "EXIT"
    ? { ...ticket, insideSince: null }
    : { ...ticket, insideSince: at, firstAt: ticket.firstAt ?? at };
}
