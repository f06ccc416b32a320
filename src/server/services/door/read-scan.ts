import { createHash } from "node:crypto";
import { decide } from "~/domain/door/verdict";
import type { Answer, CheckInRole, Direction, Reason, Told } from "~/domain/door/scan";
import { proofVerdict, stepsAround, type CodeRules } from "~/domain/door/turning-code";
import { parseTicketCode, type TicketCode } from "~/domain/ticket-code";
import { proofAt, turningSecret } from "~/lib/ticket-crypto";
import { isSigned } from "~/server/services/tickets/sign-ticket";
import { turningKey } from "~/server/services/tickets/ticket-keys";

/** A scan as a device sends it. `told` where the device has decided by itself, or spoke no word. */
export type Scan = { seq: number; code: string; at: Date; direction: Direction; told?: Told };

/** What was read: the ticket's id and how; or nothing. By hand: a supervisor chose it from the list. */
export type ReadScan = { itemId: string | null; code: TicketCode | null; byHand: boolean; codeHash: string };

export function readScan(text: string): ReadScan {
  const codeHash = createHash("sha256").update(text.trim().toUpperCase()).digest("base64url").slice(0, 16);
  const byHand = /^#([0-9a-f-]{36})$/i.exec(text.trim())?.[1]?.toLowerCase();
  if (byHand) return { itemId: byHand, code: null, byHand: true, codeHash };
  const code = parseTicketCode(text);
  return { itemId: code?.itemId ?? null, code, byHand: false, codeHash };
}

/** A ticket under its lock. */
export type LockedTicket = {
  id: string;
  eventId: string;
  live: boolean;
  everLive: boolean;
  checkedInAt: Date | null;
  insideSince: Date | null;
  insideById: string | null;
};

export type DoorOfScan = { event: { id: string; status: string; turningCodes: boolean; paperTickets: boolean }; role: CheckInRole };
export type Judged = { answer: Answer; reason?: Reason; firstAt?: number };

/** What the books say to a scan. */
export function judge({ event, role }: DoorOfScan, { itemId, code, byHand }: ReadScan, scan: Scan, ticket: LockedTicket | undefined): Judged {
  if (!itemId) return { answer: "NOT_VALID", reason: "UNREADABLE" };
  if (byHand ? role !== "SUPERVISOR" : !code || !isSigned(code, ticket?.eventId ?? event.id)) return { answer: "NOT_VALID" };
  if (!ticket) return { answer: "NOT_VALID" };
  if (ticket.eventId !== event.id) return { answer: "WRONG_EVENT" };
  if (!ticket.live && !ticket.everLive) return { answer: "NOT_VALID" };
  if (event.status === "CANCELLED") return { answer: "CANCELLED", reason: "EVENT_CANCELLED" };
  const rules: CodeRules = { turning: event.turningCodes, paper: event.paperTickets };
  const secret = () => turningSecret(turningKey(event.id), itemId);
  const isFresh = (proof: string) => stepsAround(scan.at.getTime()).some((step) => proofAt(secret(), step) === proof);
  const proof = byHand || scan.direction === "EXIT" ? "FINE" : proofVerdict(rules, code?.proof, isFresh);
  // Told by a phone without network, and heard of late: somebody else has come in with the ticket since.
  if (scan.direction === "EXIT" && scan.told === "OK" && ticket.insideSince && ticket.insideSince > scan.at) {
    return { answer: "NOT_VALID", reason: "NOT_INSIDE" };
  }
  const judged = decide(
    { live: ticket.live, insideSince: ticket.insideSince?.getTime() ?? null, firstAt: ticket.checkedInAt?.getTime() ?? null },
    scan.direction,
  );
  // A ticket that is used or given back is told so, whatever its code looks like.
  return judged.answer === "OK" && proof !== "FINE" ? { answer: "NOT_VALID", reason: proof } : judged;
}
