import type { AuditAction } from "~/domain/audit-words";
import { AppError, notFound } from "~/domain/errors";
import type { BlockReason } from "~/domain/seating/seat-blocking";
import { ordinalOf } from "~/domain/seating/seat-id";
import { nameOfSeat } from "~/domain/seating/seat-name";
import type { Actor } from "~/domain/permissions";
import type { Db, Tx } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import { audit } from "../audit";
import { blockFree, renameBlock, unblock } from "../sale/seats/write-seats";
import { assertOpen, managedEvent } from "~/server/services/rights/event-rules";

type Input = { db: Db; actor: Actor; eventId: string; seatIds: readonly string[] };
type Block = Input & { reason?: BlockReason };
type Result = { eventId: string; seatIds: string[] };

/**
 * Keeps seats from sale: all of them or none. Seats blocked already stay so, for the reason that is given now; a hold
 * past its time stands in nobody's way.
 * @returns the seats that are blocked now and were not before
 * @throws AppError NOT_FOUND, FORBIDDEN, INVALID_TRANSITION; SEAT_TAKEN (`facts.taken`: ids held or sold)
 */
export async function blockSeats({ db, actor, eventId, reason, ...input }: Block): Promise<Result> {
  return transaction(db, async (tx) => {
    const seatIds = await seatsToChange(tx, actor, eventId, input.seatIds);
    const changed = await blockFree(tx, eventId, seatIds, reason ?? null);
    await refuseTaken(tx, seatIds);
    if (reason) await renameBlock(tx, eventId, seatIds, reason);
    return record(tx, actor, "event.blockSeats", eventId, changed, reason);
  });
}

/**
 * Gives blocked seats back to sale; seats that are not blocked are left as they are.
 * @returns the seats that were blocked and are not any more
 * @throws AppError NOT_FOUND, FORBIDDEN, INVALID_TRANSITION
 */
export async function unblockSeats({ db, actor, eventId, ...input }: Input): Promise<Result> {
  return transaction(db, async (tx) => {
    const seatIds = await seatsToChange(tx, actor, eventId, input.seatIds);
    const changed = await unblock(tx, eventId, seatIds);
    return record(tx, actor, "event.unblockSeats", eventId, changed);
  });
}

/**
 * Seat ids as they are sent, sorted and each once.
 * @throws AppError NOT_FOUND (also a seat of another event), FORBIDDEN, INVALID_TRANSITION
 */
export async function seatsToChange(
  tx: Tx,
  actor: Actor,
  eventId: string,
  seatIds: readonly string[],
): Promise<string[]> {
  const event = await managedEvent(tx, actor, eventId);
  assertOpen(event);
  for (const id of seatIds)
    if ((ordinalOf(event.serial, id) ?? event.seatCount) >= event.seatCount) throw notFound("seat");
  return [...new Set(seatIds)].sort();
}

async function refuseTaken(tx: Tx, seatIds: string[]): Promise<void> {
  const taken = await tx.seat.findMany({
    where: { id: { in: seatIds }, status: { not: "BLOCKED" } },
    orderBy: { ordinal: "asc" },
    select: { id: true, rowLabel: true, seatLabel: true },
  });
  if (taken.length === 0) return;
  const names = taken.slice(0, 5).map(nameOfSeat);
  if (taken.length > names.length) names.push(`${taken.length - names.length} more`);
  const list = new Intl.ListFormat("en", { type: "conjunction" }).format(names);
  throw new AppError(
    "SEAT_TAKEN",
    `${list} ${taken.length === 1 ? "is" : "are"} held or sold, so nothing was blocked. Leave ${taken.length === 1 ? "it" : "them"} out and try again.`,
    {
      facts: { taken: taken.map((seat) => seat.id) },
    },
  );
}

async function record(
  tx: Tx,
  actor: Actor,
  action: AuditAction,
  eventId: string,
  changed: { id: string }[],
  reason?: BlockReason,
): Promise<Result> {
  const seatIds = changed.map((seat) => seat.id).sort();
  if (seatIds.length > 0)
    await audit(tx, { actor, action, entity: "event", entityId: eventId, after: { seatIds, ...(reason && { reason }) } });
  return { eventId, seatIds };
}
