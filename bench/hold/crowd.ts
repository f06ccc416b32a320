import type { Pool } from "pg";
import { AppError } from "~/domain/errors";
import { seatId } from "~/domain/seating/seat-id";
import type { Db } from "~/server/db/db";
import type { PaymentGateway } from "~/server/gateways/payment";
import { confirmBooking } from "~/server/services/sale/money/confirm-booking";
import { createBooking } from "~/server/services/sale/bookings/create-booking";
import { freeOrderId } from "~/server/services/sale/money/create-order";
import { holdSeats } from "~/server/services/sale/seats/hold-seats";
import { quantile } from "../closed-loop";
import { EVENT_ID, SERIAL, type HoldFixture } from "./fixture";

const noGateway = { name: "sandbox" } as PaymentGateway;

/** So many buyers on one seat at the same moment, through the service. */
export async function oneSeat(options: {
  db: Db;
  fixture: HoldFixture;
  buyers: number;
}): Promise<Record<string, unknown>> {
  const { db, fixture, buyers } = options;
  await fixture.reset();
  const before = await transactions(fixture.pool);
  const answers = new Map<string, number>();
  const losers: number[] = [];
  await Promise.all(
    Array.from({ length: buyers }, async (_, i) => {
      const began = performance.now();
      const answer = await holdSeats({
        db,
        actor: { id: `crowd-${i}`, role: "USER" },
        eventId: EVENT_ID,
        seatIds: [seatId(SERIAL, 0)],
        chosenBy: "us",
      }).then(
        () => "HELD",
        (error: unknown) => (error instanceof AppError ? error.code : "OTHER"),
      );
      if (answer !== "HELD") losers.push(performance.now() - began);
      answers.set(answer, (answers.get(answer) ?? 0) + 1);
    }),
  );
  const used = (await transactions(fixture.pool)) - before;
  losers.sort((a, b) => a - b);
  return {
    buyers,
    answers: Object.fromEntries(answers),
    winners: answers.get("HELD") ?? 0,
    transactionsPerLoser: used / losers.length,
    loserP99Ms: quantile(losers, 0.99),
  };
}

/** Two buyers for each seat hold, book and confirm until everything is sold. */
export async function sellOut(options: {
  db: Db;
  fixture: HoldFixture;
  seats: number;
  workers: number;
}): Promise<Record<string, unknown>> {
  const { db, fixture, seats, workers } = options;
  await fixture.reset();
  const { pool } = fixture;
  // What costs nothing needs no bank: measured is the seats' way, not the sandbox's.
  await pool.query(`UPDATE "Seat" SET "pricePaise" = 0 WHERE ordinal < $1`, [seats]);
  await pool.query(
    `INSERT INTO "User" (id, name, email, "passwordHash", "updatedAt")
     SELECT 'sell-' || b, 'Bench', 'sell-' || b || '@aisle.test', '-', now() FROM generate_series(0, $1::int - 1) b`,
    [seats * 2],
  );
  const errors = new Map<string, number>();
  let next = 0;
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: workers }, async () => {
      for (let buyer = next++; buyer < seats * 2; buyer = next++) {
        await retrying(errors, () => buy(db, `sell-${buyer}`, seatId(SERIAL, Math.floor(buyer / 2))));
      }
    }),
  );
  const seconds = (performance.now() - startedAt) / 1_000;
  const { rows } = await pool.query<{ sold: number; twice: number; left: number }>(`
    SELECT (SELECT count(*)::int FROM "BookingItem" WHERE live) AS sold,
           (SELECT count(*)::int FROM (SELECT 1 FROM "BookingItem" WHERE live GROUP BY "seatId" HAVING count(*) > 1) x) AS twice,
           (SELECT count(*)::int FROM "Seat" WHERE ordinal < ${seats} AND status <> 'BOOKED') AS left`);
  return {
    seats,
    buyers: seats * 2,
    seconds,
    sold: rows[0]?.sold,
    oversold: rows[0]?.twice,
    leftOver: rows[0]?.left,
    refusals: Object.fromEntries(errors),
  };
}

async function buy(db: Db, userId: string, seat: string): Promise<void> {
  const actor = { id: userId, role: "USER" as const };
  await holdSeats({ db, actor, eventId: EVENT_ID, seatIds: [seat], chosenBy: "us" });
  const { bookingId } = await createBooking({ db, actor, eventId: EVENT_ID, seatIds: [seat] });
  await confirmBooking({
    db,
    gateway: noGateway,
    actor,
    bookingId,
    orderId: freeOrderId(bookingId),
    paymentId: "free",
    signature: "",
  });
}

/** As a page does: BUSY is tried again, a taken seat is a lost one. */
async function retrying(errors: Map<string, number>, work: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const code = error instanceof AppError ? error.code : String(error).slice(0, 200);
      errors.set(code, (errors.get(code) ?? 0) + 1);
      if (code !== "BUSY") return;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 50));
    }
  }
}

async function transactions(pool: Pool): Promise<number> {
  await pool.query("SELECT pg_stat_clear_snapshot(), pg_sleep(1.2)");
  const { rows } = await pool.query<{ n: number }>(
    "SELECT (xact_commit + xact_rollback)::int AS n FROM pg_stat_database WHERE datname = current_database()",
  );
  return rows[0]!.n;
}
