import type { Actor } from "~/domain/permissions";
import type { Db, Tx } from "~/server/db/db";
import { MAX_EXTENSIONS } from "./extend-hold";
import { keeping } from "./write-seats";

export type HoldStatus = {
  /** What the countdown runs to (UTC): the open hold's end, or the pending booking's. */
  holdExpiresAt: Date;
  seatIds: string[];
  /** Seats of these that are in no booking yet. */
  openSeatIds: string[];
  extensionsLeft: number;
  /** A booking of these seats that waits for its payment. */
  bookingId: string | null;
  /** The server's clock (UTC), so that a countdown is right on a phone whose clock is not. */
  serverNow: Date;
};

type Row = { id: string; open: boolean; heldUntil: Date; extensions: number; keptLong: boolean; pending: string[]; now: Date };

/** What the buyer holds at an event now, by the database's clock; null where nothing is held. */
export async function holdStatus(input: { db: Db | Tx; actor: Actor; eventId: string }): Promise<HoldStatus | null> {
  const { db, actor, eventId } = input;
  const rows = await db.$queryRaw<Row[]>`
    SELECT s.id, s."heldUntil" = h."expiresAt" AS open, s."heldUntil", h.extensions,
           coalesce(h."expiresAt" >= h."keptSince" + make_interval(secs => ${keeping().holdsUntil}::float8), false) AS "keptLong",
           h."pendingBookingIds" AS pending, now() AS now
      FROM "SeatHold" h CROSS JOIN LATERAL unnest(h."seatIds") u(id) JOIN "Seat" s ON s.id = u.id
     WHERE h."userId" = ${actor.id} AND h."eventId" = ${eventId}
       AND seat_is_held_by(s, ${actor.id})
     ORDER BY s.ordinal`;
  const [first] = rows;
  if (!first) return null;

  const booking =
    first.pending.length === 0
      ? null
      : await db.booking.findFirst({
          where: { id: { in: first.pending }, status: "PENDING", holdsUntil: { gt: first.now } },
          orderBy: { createdAt: "desc" },
          select: { id: true, expiresAt: true },
        });
  const open = rows.filter((row) => row.open);
  const ends = open.length > 0 ? open : rows;
  const soonest = Math.min(...ends.map((row) => row.heldUntil.getTime()));
  return {
    holdExpiresAt: open.length === 0 && booking ? booking.expiresAt : new Date(soonest),
    seatIds: rows.map((row) => row.id),
    openSeatIds: open.map((row) => row.id),
    extensionsLeft: first.keptLong ? 0 : Math.max(0, MAX_EXTENSIONS - first.extensions),
    bookingId: booking?.id ?? null,
    serverNow: first.now,
  };
}
