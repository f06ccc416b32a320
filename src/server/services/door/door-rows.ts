import type { ConflictKind, Direction, Told } from "~/domain/door/scan";
import type { Tx } from "~/server/db/db";
import type { DoorBooks, TicketRow } from "./door-books";

export type SeatOfTicket = { sectionName: string; rowLabel: string; seatLabel: string; name: string };

export type CheckInRow = {
  id: string;
  eventId: string;
  deviceId: string;
  gate: string;
  seq: number;
  itemId: string | null;
  codeHash: string;
  direction: Direction;
  at: Date;
  answer: Told;
  reason: string | null;
  told: Told | null;
  open: boolean;
};

export type ConflictRow = { eventId: string; itemId: string | null; checkInId: string; kind: ConflictKind; firstGate: string | null; firstAt: Date | null };

const rowFields = {
  id: true,
  eventId: true,
  deviceId: true,
  gate: true,
  seq: true,
  itemId: true,
  codeHash: true,
  direction: true,
  at: true,
  answer: true,
  reason: true,
  told: true,
  open: true,
} as const;

/** Scans of this device that are written down already. */
export function readKnown(tx: Tx, deviceId: string, seqs: number[]): Promise<CheckInRow[]> {
  return tx.checkIn.findMany({ where: { deviceId, seq: { in: seqs } }, select: rowFields });
}

/** Tickets by id, locked one after another in the order of their ids. */
export function lockTickets(tx: Tx, ids: string[]): Promise<TicketRow[]> {
  return tx.$queryRaw<TicketRow[]>`
    SELECT i.id, i."eventId", i.live, i."changedTx" IS NOT NULL AS "everLive", i."checkedInAt", i."insideSince", i."insideById",
           i."sectionName", i."rowLabel", i."seatLabel", coalesce(b."attendeeName", u.name) AS name
      FROM "BookingItem" i JOIN "Booking" b ON b.id = i."bookingId" JOIN "User" u ON u.id = b."userId"
     WHERE i.id = ANY (${ids}::text[]) ORDER BY i.id FOR UPDATE OF i`;
}

/** The scans that let in who is inside now. */
export async function readInsiders(tx: Tx, tickets: readonly TicketRow[]): Promise<CheckInRow[]> {
  const ids = tickets.flatMap(({ insideById }) => insideById ?? []);
  return ids.length === 0 ? [] : tx.checkIn.findMany({ where: { id: { in: ids } }, select: rowFields });
}

/** Ways out that phones told and that the books knew no way in of. */
export function readLoneExits(tx: Tx, ids: string[]): Promise<CheckInRow[]> {
  return tx.checkIn.findMany({ where: { itemId: { in: ids }, direction: "EXIT", told: "OK", answer: "NOT_VALID", reason: "NOT_INSIDE" }, select: rowFields });
}

/** Writes what a batch decided. Who went out or was not let in makes room first (partial unique index). */
export async function writeBooks(tx: Tx, books: DoorBooks): Promise<void> {
  const changed = [...books.changed.values()].sort((a, b) => Number(a.open) - Number(b.open));
  for (const { id, answer, reason, told, open } of changed) {
    await tx.checkIn.update({ where: { id }, data: { answer, reason, told, open }, select: { id: true } });
  }
  if (books.created.length > 0) await tx.checkIn.createMany({ data: books.created });
  for (const { id, checkedInAt, insideSince, insideById } of books.touched) {
    await tx.bookingItem.update({ where: { id }, data: { checkedInAt, insideSince, insideById }, select: { id: true } });
  }
  if (books.conflicts.length > 0) await tx.checkInConflict.createMany({ data: books.conflicts, skipDuplicates: true });
  for (const itemId of books.vacated) await promoteDouble(tx, itemId);
  for (const [itemId, at] of books.left) await promoteDouble(tx, itemId, at);
  for (const itemId of books.reopened) await reopen(tx, itemId);
}

/** Nobody went out: whoever was let in last is still inside, unless somebody was let in since. */
async function reopen(tx: Tx, itemId: string): Promise<void> {
  const ticket = await tx.bookingItem.findUniqueOrThrow({ where: { id: itemId }, select: { insideById: true } });
  if (ticket.insideById) return;
  const last = await tx.checkIn.findFirst({ where: { itemId, direction: "ENTRY", answer: "OK" }, orderBy: { at: "desc" }, select: { id: true, at: true } });
  if (last) await comeIn(tx, itemId, last);
}

async function comeIn(tx: Tx, itemId: string, { id, at }: { id: string; at: Date }): Promise<void> {
  await tx.checkIn.update({ where: { id }, data: { answer: "OK", open: true }, select: { id: true } });
  await tx.bookingItem.update({ where: { id: itemId }, data: { insideSince: at, insideById: id }, select: { id: true } });
  await tx.bookingItem.updateMany({ where: { id: itemId, checkedInAt: null }, data: { checkedInAt: at } });
}

/** Nobody is inside by the scan that the books believed in: whoever was let in beside it (`since` it) was the only one. */
async function promoteDouble(tx: Tx, itemId: string, since?: Date): Promise<void> {
  const ticket = await tx.bookingItem.findUniqueOrThrow({ where: { id: itemId }, select: { live: true, insideById: true } });
  if (ticket.insideById || !ticket.live) return;
  const double = await tx.checkIn.findFirst({
    where: { itemId, told: "OK", direction: "ENTRY", conflict: { kind: "DOUBLE" }, ...(since && { at: { gt: since } }) },
    orderBy: { at: "asc" },
    select: { id: true, at: true },
  });
  if (!double) return;
  await tx.checkInConflict.delete({ where: { checkInId: double.id } });
  await comeIn(tx, itemId, double);
}
