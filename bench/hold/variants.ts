import { Pool } from "pg";
import type { Db } from "~/server/db/db";
import { holdSeats } from "~/server/services/sale/seats/hold-seats";
import { EVENT_ID, type HoldFixture } from "./fixture";

export type Variant = {
  operation: (worker: number) => Promise<unknown>;
  aborted: () => number;
  close: () => Promise<void>;
};

/** A: the floor, one autocommit statement by primary key through plain `pg`. */
export function floor(url: string, fixture: HoldFixture, connections: number): Variant {
  const pool = new Pool({ connectionString: url, max: connections });
  return {
    aborted: () => 0,
    close: () => pool.end(),
    operation: async (worker) => {
      const { seatId, userId } = fixture.next(worker);
      const { rowCount } = await pool.query({
        name: "floor",
        text: `UPDATE "Seat" SET status = 'HELD', "heldBy" = $1, "heldUntil" = now() + interval '10 minutes', version = version + 1
                WHERE id = $2 AND (status = 'AVAILABLE' OR (status = 'HELD' AND "heldUntil" <= now()))`,
        values: [userId, seatId],
      });
      if (rowCount !== 1) throw new Error("the floor lost a seat nobody else wanted");
    },
  };
}

/** B: the service's transaction through plain `pg`: begin, the hold function, commit; Serializable, retried. */
export function rawTransaction(url: string, fixture: HoldFixture, connections: number): Variant {
  const pool = new Pool({ connectionString: url, max: connections });
  let aborted = 0;
  const attempt = async (seatId: string, userId: string): Promise<void> => {
    const client = await pool.connect();
    try {
      await client.query("BEGIN ISOLATION LEVEL SERIALIZABLE");
      const { rows } = await client.query<{ outcome: string }>({
        name: "hold",
        text: `SELECT * FROM hold_seats($1, $2, $3::text[], 600, 6)`,
        values: [userId, EVENT_ID, [seatId]],
      });
      await client.query("COMMIT");
      if (rows[0]?.outcome !== "HELD") throw new Error(`raw: ${rows[0]?.outcome}`);
    } catch (error) {
      await client.query("ROLLBACK");
      throw error;
    } finally {
      client.release();
    }
  };
  return {
    aborted: () => aborted,
    close: () => pool.end(),
    operation: async (worker) => {
      const { seatId, userId } = fixture.next(worker);
      for (;;) {
        try {
          return await attempt(seatId, userId);
        } catch (error) {
          if ((error as { code?: string }).code !== "40001") throw error;
          aborted++;
        }
      }
    },
  };
}

/** C: the service function in this process. */
export function service(db: Db, fixture: HoldFixture): Variant {
  let aborted = 0;
  return {
    aborted: () => aborted,
    close: () => db.$disconnect(),
    operation: (worker) => {
      const { seatId, userId } = fixture.next(worker);
      const options = { onConflict: () => void aborted++, deadlineMs: 10_000 };
      return holdSeats({
        db,
        actor: { id: userId, role: "USER" },
        eventId: EVENT_ID,
        seatIds: [seatId],
        options,
      });
    },
  };
}

/**
 * N: the usual way, as the control: an index on the holder, count my holds, find the seat, update it; Serializable.
 * Uses a copy of the seats so that its index slows nobody else.
 */
export async function usualWay(url: string, fixture: HoldFixture, connections: number): Promise<Variant> {
  const pool = new Pool({ connectionString: url, max: connections });
  await pool.query(`
    DROP TABLE IF EXISTS "NaiveSeat";
    CREATE TABLE "NaiveSeat" AS TABLE "Seat";
    ALTER TABLE "NaiveSeat" ADD PRIMARY KEY (id);
    CREATE INDEX ON "NaiveSeat" ("eventId", "heldBy");
    CREATE INDEX ON "NaiveSeat" ("eventId", status);
    UPDATE "NaiveSeat" SET status = 'AVAILABLE', "heldBy" = NULL, "heldUntil" = NULL;
    ANALYZE "NaiveSeat";`);
  let aborted = 0;
  const attempt = async (seatId: string, userId: string): Promise<void> => {
    const client = await pool.connect();
    try {
      await client.query("BEGIN ISOLATION LEVEL SERIALIZABLE");
      const held = await client.query({
        text: `SELECT count(*)::int AS n FROM "NaiveSeat" WHERE "eventId" = $1 AND "heldBy" = $2 AND "heldUntil" > now()`,
        values: [EVENT_ID, userId],
      });
      if (held.rows[0].n >= 6) throw new Error("limit");
      const seat = await client.query({ text: `SELECT * FROM "NaiveSeat" WHERE id = $1`, values: [seatId] });
      if (seat.rows[0].status !== "AVAILABLE") throw new Error("taken");
      await client.query({
        text: `UPDATE "NaiveSeat" SET status = 'HELD', "heldBy" = $1, "heldUntil" = now() + interval '10 minutes', version = version + 1 WHERE id = $2`,
        values: [userId, seatId],
      });
      await client.query("COMMIT");
    } catch (error) {
      await client.query("ROLLBACK");
      throw error;
    } finally {
      client.release();
    }
  };
  return {
    aborted: () => aborted,
    close: () => pool.end(),
    operation: async (worker) => {
      const { seatId, userId } = fixture.next(worker);
      for (;;) {
        try {
          return await attempt(seatId, userId);
        } catch (error) {
          if ((error as { code?: string }).code !== "40001") throw error;
          aborted++;
        }
      }
    },
  };
}
