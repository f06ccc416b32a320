import { graceMs } from "~/domain/settlement";
import { env } from "~/env";
import type { PaymentMethod } from "~/generated/prisma/client";
import type { Db } from "~/server/db/db";
import { callOnce, type Call } from "~/server/db/one-trip";
import { Refusal } from "~/server/db/refusal";
import { patience, room } from "~/server/patience";

/** What the gateway is asked with, and the order that is written down already. */
export type Prepared = { bookingNumber: string; totalPaise: number; orderId: string | null };

/**
 * Makes a booking ready for its order in one trip: its seats stay held for the grace too.
 * @returns null where the case is not the usual one: the long way knows what it is
 * @throws AppError BUSY
 */
export function prepareQuickly(db: Db, asked: { bookingId: string; userId: string; method: PaymentMethod }): Promise<Prepared | null> {
  const { bookingId, userId, method } = asked;
  return unlessRefused<Prepared>(db, {
    name: "prepare_order",
    text: `SELECT * FROM prepare_order($1, $2, $3, $4::float8)`,
    values: [bookingId, userId, method, graceMs(env.BOOKING_TTL) / 1_000],
  });
}

/** Writes the gateway's order down in one trip. @returns the booking's order, null as `prepareQuickly` */
export async function recordQuickly(db: Db, made: { bookingId: string; orderId: string; gateway: string; method: PaymentMethod }): Promise<string | null> {
  const { bookingId, orderId, gateway, method } = made;
  const values = [bookingId, orderId, gateway, method];
  const row = await unlessRefused<{ orderId: string }>(db, { name: "record_order", text: `SELECT record_order($1, $2, $3, $4) AS "orderId"`, values });
  return row?.orderId ?? null;
}

async function unlessRefused<Row>(db: Db, call: Call): Promise<Row | null> {
  try {
    const [row] = await callOnce<Row>(db, call, { deadlineMs: patience.bookingMs, tries: room.moneyTries });
    return row!;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
