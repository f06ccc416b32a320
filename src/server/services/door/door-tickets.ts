import { packTickets, type ListedTicket } from "~/domain/door/ticket-list";
import { ordinalOf } from "~/domain/seating/seat-id";
import { digestOf, firstVersionCheck } from "~/lib/ticket-crypto";
import type { Db } from "~/server/db/db";
import { signFirstVersion } from "~/server/services/tickets/sign-ticket";
import type { OpenDoor } from "./open-door";

type Row = { id: string; seatId: string; live: boolean; inside: boolean; used: boolean };

/**
 * Where a reader stands in an event's changes: the oldest transaction that was under way. Whoever comes back with it
 * misses nothing, in whatever order transactions commit; some changes come twice, which harms nobody.
 */
export async function currentCursor(db: Db): Promise<string> {
  const [row] = await db.$queryRaw<{ cursor: string }[]>`SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS cursor`;
  return row!.cursor;
}

/** A door's tickets that changed since `cursor`, packed; all that were ever sold where it is null. */
export async function changedTickets({ db, event, cursor }: { db: Db; event: OpenDoor["event"]; cursor: string | null }): Promise<{ count: number; packed: string }> {
  const since = BigInt(cursor ?? 0);
  const rows = await db.$queryRaw<Row[]>`
    SELECT id, "seatId", live, "insideSince" IS NOT NULL AS inside, "checkedInAt" IS NOT NULL AS used
      FROM "BookingItem" WHERE "eventId" = ${event.id} AND "changedTx" >= ${since}`;
  const packed = packTickets(rows.map((row) => listed(event, row)));
  return { count: rows.length, packed: Buffer.from(packed).toString("base64") };
}

function listed(event: OpenDoor["event"], { id, seatId, live, inside, used }: Row): ListedTicket {
  const ordinal = ordinalOf(event.serial, seatId) ?? 0;
  return { digest: digestOf(event.id, id), firstVersion: firstVersionCheck(signFirstVersion(id)), live, inside, used, ordinal };
}
