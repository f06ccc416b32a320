import type { Answer, ConflictKind, Reason, Told } from "~/domain/door/scan";
import type { OpenDoor } from "./open-door";
import { judge, type LockedTicket, type ReadScan, type Scan } from "./read-scan";
import type { CheckInRow, ConflictRow, SeatOfTicket } from "./door-rows";

export type ScanAnswer = {
  seq: number;
  result: Told;
  reason?: Reason;
  seat?: Omit<SeatOfTicket, "name">;
  /** The buyer's name: for supervisors. */
  name?: string;
  /** When the ticket was let in before. */
  firstAt?: Date;
  /** It was this device that let it in. */
  byYou?: boolean;
};

export type TicketRow = LockedTicket & SeatOfTicket;

type Parts = {
  door: OpenDoor;
  tickets: readonly TicketRow[];
  /** Scans that let in who is inside now, by id. */
  insiders: readonly CheckInRow[];
  known: readonly CheckInRow[];
  /** Ways out that a phone told and the books knew no way in of. */
  loneExits: readonly CheckInRow[];
  newId: () => string;
};

const conflictOf: Partial<Record<Answer, ConflictKind>> = {
  ALREADY_USED: "DOUBLE",
  CANCELLED: "GONE",
  NOT_VALID: "UNKNOWN",
  WRONG_EVENT: "UNKNOWN",
};

/** The rows of one batch, in memory, under their locks: what `enter` decides is written together afterwards. */
export class DoorBooks {
  readonly created: CheckInRow[] = [];
  readonly changed = new Map<string, CheckInRow>();
  readonly conflicts: ConflictRow[] = [];
  /** Tickets whose admission is taken back: their doubles are looked at again. */
  readonly vacated = new Set<string>();
  /** Tickets whose way out is taken back. */
  readonly reopened = new Set<string>();
  /** Tickets whose way out a phone told late, and when: who was let in since is who is inside. */
  readonly left = new Map<string, Date>();
  readonly touched = new Set<TicketRow>();
  private readonly tickets: Map<string, TicketRow>;
  private readonly scans: Map<string, CheckInRow>;
  private readonly bySeq: Map<number, CheckInRow>;

  constructor(private readonly parts: Parts) {
    this.tickets = new Map(parts.tickets.map((ticket) => [ticket.id, ticket]));
    this.scans = new Map([...parts.insiders, ...parts.loneExits, ...parts.known].map((row) => [row.id, row]));
    this.bySeq = new Map(parts.known.map((row) => [row.seq, this.scans.get(row.id)!]));
  }

  /** One scan: a new row, or what its row says by now. */
  enter(scan: Scan, read: ReadScan): ScanAnswer {
    const known = this.bySeq.get(scan.seq);
    if (known && known.codeHash !== read.codeHash) return { seq: scan.seq, result: "NOT_VALID", reason: "UNREADABLE" };
    if (known) {
      if (scan.told && !known.told) this.hearTold(known, scan, read);
      return this.answerOf(known, known.told ?? known.answer);
    }
    const ticket = read.itemId ? this.tickets.get(read.itemId) : undefined;
    const row: CheckInRow = {
      id: this.parts.newId(),
      eventId: this.parts.door.event.id,
      deviceId: this.parts.door.device.id,
      gate: this.parts.door.gate,
      seq: scan.seq,
      itemId: ticket?.id ?? null,
      codeHash: read.codeHash,
      direction: scan.direction,
      at: scan.at,
      answer: "NOTHING",
      reason: null,
      told: scan.told ?? null,
      open: false,
    };
    this.created.push(row);
    this.scans.set(row.id, row);
    this.bySeq.set(row.seq, row);
    const before = ticket && { ...ticket };
    const judged = this.settle(row, scan, read);
    return { ...this.answerOf(row, scan.told ?? row.answer, before), ...(judged.reason && { reason: judged.reason }) };
  }

  /** The device says later what it told: the books had another answer ready that nobody heard. */
  private hearTold(row: CheckInRow, scan: Scan, read: ReadScan): void {
    row.told = scan.told!;
    this.changed.set(row.id, row);
    if (row.told === row.answer) return;
    if (row.answer === "OK") return row.direction === "EXIT" ? this.stayInside(row) : this.takeBack(row);
    if (row.told === "OK") this.settle(row, scan, read);
    else row.answer = row.told;
  }

  private settle(row: CheckInRow, scan: Scan, read: ReadScan) {
    const ticket = row.itemId ? this.tickets.get(row.itemId) : undefined;
    const judged = judge(this.parts.door, read, scan, ticket);
    if (ticket && this.wasOver(row, ticket, judged.answer)) return { answer: row.answer as Answer };
    row.reason = judged.reason ?? null;
    row.answer = row.told && row.told !== "OK" ? row.told : judged.answer;
    if (row.answer === "OK" && ticket) this.move(row, ticket);
    const kind = row.direction === "ENTRY" && row.told === "OK" ? conflictOf[judged.answer] : undefined;
    if (kind) this.conflicts.push(this.conflictFor(row, kind, ticket));
    return judged;
  }

  /** A stay that was over before the books heard of it: its way out came first, from another phone. */
  private wasOver(row: CheckInRow, ticket: TicketRow, answer: Answer): boolean {
    if (row.direction !== "ENTRY" || row.told !== "OK" || (answer !== "OK" && answer !== "ALREADY_USED")) return false;
    const until = ticket.insideSince?.getTime() ?? Infinity;
    const exit = this.parts.loneExits
      .map(({ id }) => this.scans.get(id)!)
      .filter((other) => other.itemId === ticket.id && other.answer !== "OK" && other.at >= row.at && other.at.getTime() <= until)
      .sort((a, b) => a.at.getTime() - b.at.getTime())[0];
    if (!exit) return false;
    Object.assign(row, { answer: "OK", reason: null });
    this.set(exit, { answer: "OK", reason: null });
    Object.assign(ticket, { checkedInAt: ticket.checkedInAt ?? row.at });
    this.touched.add(ticket);
    return true;
  }

  private move(row: CheckInRow, ticket: TicketRow): void {
    this.touched.add(ticket);
    if (row.direction === "EXIT") {
      if (row.told) this.left.set(ticket.id, row.at);
      const insider = ticket.insideById ? this.scans.get(ticket.insideById) : undefined;
      if (insider) this.set(insider, { open: false });
      Object.assign(ticket, { insideSince: null, insideById: null });
    } else {
      row.open = true;
      Object.assign(ticket, { insideSince: row.at, insideById: row.id, checkedInAt: ticket.checkedInAt ?? row.at });
    }
  }

  private takeBack(row: CheckInRow): void {
    row.answer = row.told!;
    const ticket = row.itemId ? this.tickets.get(row.itemId) : undefined;
    if (!row.open || !ticket) return;
    row.open = false;
    const wasFirst = ticket.checkedInAt?.getTime() === row.at.getTime();
    Object.assign(ticket, { insideSince: null, insideById: null, ...(wasFirst && { checkedInAt: null }) });
    this.touched.add(ticket);
    this.vacated.add(ticket.id);
  }

  private stayInside(row: CheckInRow): void {
    row.answer = row.told!;
    if (row.itemId) this.reopened.add(row.itemId);
  }

  private set(row: CheckInRow, fields: Partial<CheckInRow>): void {
    Object.assign(row, fields);
    if (!this.created.includes(row)) this.changed.set(row.id, row);
  }

  private conflictFor(row: CheckInRow, kind: ConflictKind, ticket: TicketRow | undefined): ConflictRow {
    const first = ticket?.insideById ? this.scans.get(ticket.insideById) : undefined;
    const { eventId, itemId } = row;
    return { eventId, itemId, checkInId: row.id, kind, firstGate: first?.gate ?? null, firstAt: first?.at ?? ticket?.checkedInAt ?? null };
  }

  private answerOf(row: CheckInRow, result: Told, before?: TicketRow): ScanAnswer {
    const ticket = row.itemId ? this.tickets.get(row.itemId) : undefined;
    const ours = ticket?.eventId === row.eventId && ticket.everLive ? ticket : undefined;
    const state = before ?? ticket;
    const insider = state?.insideById ? this.scans.get(state.insideById) : undefined;
    const firstAt = result === "ALREADY_USED" ? state?.insideSince : state?.checkedInAt;
    const { sectionName, rowLabel, seatLabel } = ours ?? {};
    return {
      seq: row.seq,
      result,
      ...(row.reason && { reason: row.reason as Reason }),
      ...(ours && { seat: { sectionName: sectionName!, rowLabel: rowLabel!, seatLabel: seatLabel! } }),
      ...(ours && this.parts.door.role === "SUPERVISOR" && { name: ours.name }),
      ...(ours && firstAt && (result === "ALREADY_USED" || firstAt.getTime() !== row.at.getTime()) && { firstAt }),
      ...(result === "ALREADY_USED" && insider?.deviceId === row.deviceId && { byYou: true }),
    };
  }
}
