import { SHARE_LEASE_MS, isOfShare } from "~/domain/door/share";
import { seatNameOf } from "~/domain/door/seat-runs";
import { keyOf, unpackTickets, type ListedTicket } from "~/domain/door/ticket-list";
import { proofVerdict, stepsAround } from "~/domain/door/turning-code";
import { after, decide, type TicketAtDoor } from "~/domain/door/verdict";
import { parseTicketCode, type TicketCode } from "~/domain/ticket-code";
import { digestOf, firstVersionCheck, isSignedFor, proofAt, turningSecret } from "~/lib/ticket-crypto";
import type { Entry, Evening, Heard, Kept, Standing } from "./ports";

type Read = { code: TicketCode | null; digest: Uint8Array; itemId: string };
type Own = TicketAtDoor & { mine: boolean };

/** What this phone can say by itself: the server's list, and over it its own scans that the server has not confirmed. */
export class LocalDoor {
  private readonly listed = new Map<string, ListedTicket>();
  private readonly own = new Map<string, Own>();
  standing: Standing;
  readonly evening: Evening;

  constructor(
    kept: Kept,
    queue: readonly Entry[],
    /** Checks a signature of version 2; slow on phones, so tests may do it their own way. */
    private readonly verify = isSignedFor,
  ) {
    this.evening = kept.evening;
    this.standing = kept.standing;
    for (const part of [kept.tickets, ...kept.changes]) this.take(part);
    this.replay(queue);
  }

  get size(): number {
    return this.listed.size;
  }

  /** Changes from the server. */
  take(packed: Uint8Array): void {
    for (const ticket of unpackTickets(packed)) this.listed.set(keyOf(ticket.digest), ticket);
  }

  /** The queue as it is now; what left it is in the list. */
  replay(queue: readonly Entry[]): void {
    this.own.clear();
    for (const entry of queue) if (entry.told === "OK" || entry.told === "ALREADY_USED") this.note(entry);
  }

  /** A scan that was told; the state follows what happened. */
  note({ code, direction, at, told }: Entry): void {
    const read = this.read(code);
    if (!read) return;
    const key = keyOf(read.digest);
    const state = this.stateOf(key);
    if (told === "OK") this.own.set(key, { ...after(state, direction, at), mine: direction === "ENTRY" });
    else if (told === "ALREADY_USED" && state.insideSince === null) this.own.set(key, { ...after(state, "ENTRY", at), mine: false });
  }

  /** The verdict of a scan at `at` (ms, the server's clock), by this phone alone. */
  decide({ code: text, direction, at }: Omit<Entry, "seq">): Heard {
    const read = this.read(text);
    if (!read) return { result: "NOT_VALID", reason: "UNREADABLE" };
    const { event, rules, role, publicKey, turningKey } = { ...this.evening, rules: this.standing.rules };
    const key = keyOf(read.digest);
    const listed = this.listed.get(key);
    const known = read.code
      ? read.code.keyVersion === 1
        ? listed !== undefined && firstVersionCheck(text.trim().toUpperCase()).every((byte, index) => byte === listed.firstVersion[index])
        : this.verify(publicKey, event.id, read.code)
      : listed !== undefined && role === "SUPERVISOR";
    if (!known) return { result: "NOT_VALID" };
    const seat = listed ? seatNameOf(this.evening.seatNames, listed.ordinal) : null;
    if (this.standing.status === "CANCELLED") return { result: "CANCELLED", reason: "EVENT_CANCELLED", seat };
    const state = this.stateOf(key);
    const { answer, reason, firstAt } = decide(state, direction);
    const heard: Heard = { result: answer, seat, ...(reason && { reason }), ...(firstAt && { firstAt: new Date(firstAt) }) };
    if (answer === "ALREADY_USED" && this.own.get(key)?.mine) heard.byYou = true;
    if (answer !== "OK" || direction === "EXIT" || !read.code) return heard;
    const isFresh = (proof: string) => stepsAround(at).some((step) => proofAt(turningSecret(turningKey, read.itemId), step) === proof);
    const proof = proofVerdict(rules, read.code.proof, isFresh);
    if (proof !== "FINE") return { ...heard, result: "NOT_VALID", reason: proof };
    const share = at - this.standing.heardAt > SHARE_LEASE_MS ? 0 : this.standing.share;
    return isOfShare(share, read.digest) ? heard : { ...heard, result: "ASK", reason: "OTHER_SHARE" };
  }

  private read(text: string): Read | null {
    const byHand = /^#([0-9a-f-]{36})$/i.exec(text.trim())?.[1];
    const code = byHand ? null : parseTicketCode(text);
    const itemId = byHand ?? code?.itemId;
    return itemId ? { code, itemId, digest: digestOf(this.evening.event.id, itemId) } : null;
  }

  private stateOf(key: string): TicketAtDoor {
    const own = this.own.get(key);
    const listed = this.listed.get(key);
    const live = listed?.live ?? true;
    if (own) return { ...own, live };
    // The list does not say when.
    return { live, insideSince: listed?.inside ? 0 : null, firstAt: listed?.used ? 0 : null };
  }
}
