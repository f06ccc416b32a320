import type { Pool } from "pg";
import { AppError } from "~/domain/errors";
import { seatId } from "~/domain/seating/seat-id";
import type { Db } from "~/server/db/db";
import { holdSeats } from "~/server/services/sale/seats/hold-seats";
import { quantile } from "../closed-loop";
import { EVENT_ID, SERIAL, type HoldFixture } from "./fixture";

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

async function transactions(pool: Pool): Promise<number> {
  await pool.query("SELECT pg_stat_clear_snapshot(), pg_sleep(1.2)");
  const { rows } = await pool.query<{ n: number }>(
    "SELECT (xact_commit + xact_rollback)::int AS n FROM pg_stat_database WHERE datname = current_database()",
  );
  return rows[0]!.n;
}
