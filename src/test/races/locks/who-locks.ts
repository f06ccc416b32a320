import { Client, type QueryResult } from "pg";
import { env } from "~/env";
import type { Db } from "~/server/db/db";
import type { Scene } from "~/test/races/interleave/states";

/** What a sale locks, in the order in which everybody does. */
export const kinds = ["Event", "SeatHold", "Booking", "Seat", "Coupon"] as const;
export type Kind = (typeof kinds)[number];

/** What a verb did when it met a row that another session had locked. */
export type Met = {
  /** It waited for that session, by PostgreSQL's own word. */
  waited: boolean;
  /** Rows of the other kinds that it had locked by then. */
  held: Kind[];
};

const rowsOf = (scene: Scene, seats: readonly string[]): Record<Kind, { where: string; values: unknown[] }> => ({
  Event: { where: "id = $1", values: [scene.eventId] },
  SeatHold: { where: `"eventId" = $1`, values: [scene.eventId] },
  Booking: { where: `"eventId" = $1`, values: [scene.eventId] },
  Seat: { where: "id = ANY ($1)", values: [seats] },
  Coupon: { where: "true", values: [] },
});

/** A session of its own that locks rows, or tries whether it could. */
export class Locker {
  private readonly client = new Client({ connectionString: env.DATABASE_URL });

  async open(): Promise<this> {
    await this.client.connect();
    return this;
  }

  close(): Promise<void> {
    return this.client.end();
  }

  get pid(): number {
    return (this.client as unknown as { processID: number }).processID;
  }

  /** Locks the scene's rows of a kind; `strength` NO KEY UPDATE meets whoever locks or writes them, and no foreign key. */
  async lock(scene: Scene, kind: Kind, seats: readonly string[], strength: "NO KEY UPDATE" | "SHARE"): Promise<void> {
    await this.client.query("BEGIN");
    await this.select(scene, kind, seats, `FOR ${strength}`);
  }

  async letGo(): Promise<void> {
    await this.client.query("ROLLBACK");
  }

  /** Whether somebody else has rows of this kind locked. */
  async finds(scene: Scene, kind: Kind, seats: readonly string[]): Promise<boolean> {
    await this.client.query("BEGIN");
    try {
      await this.select(scene, kind, seats, "FOR NO KEY UPDATE NOWAIT");
      return false;
    } catch (error) {
      if ((error as { code?: string }).code !== "55P03") throw error;
      return true;
    } finally {
      await this.client.query("ROLLBACK");
    }
  }

  private select(scene: Scene, kind: Kind, seats: readonly string[], how: string): Promise<QueryResult> {
    const { where, values } = rowsOf(scene, seats)[kind];
    return this.client.query(`SELECT 1 FROM "${kind}" WHERE ${where} ORDER BY ctid ${how}`, values);
  }
}

type Meeting = {
  db: Db;
  scene: Scene;
  kind: Kind;
  seats: readonly string[];
  strength?: "NO KEY UPDATE" | "SHARE";
  verb: () => Promise<unknown>;
};

/** Lets a verb run into rows that `one` has locked; where it waits, `two` looks what it has locked itself. */
export async function meet(one: Locker, two: Locker, { db, scene, kind, seats, strength = "NO KEY UPDATE", verb }: Meeting): Promise<Met> {
  await one.lock(scene, kind, seats, strength);
  let over = false;
  const end = verb().then(
    () => (over = true),
    () => (over = true),
  );
  let waited = false;
  while (!over && !waited) waited = await isWaitedFor(db, one.pid);
  const held: Kind[] = [];
  if (waited) for (const other of kinds) if (other !== kind && (await two.finds(scene, other, seats))) held.push(other);
  await one.letGo();
  await end;
  return { waited, held };
}

async function isWaitedFor(db: Db, pid: number): Promise<boolean> {
  const [row] = await db.$queryRaw<{ waits: boolean }[]>`
    SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND ${pid}::int = ANY (pg_blocking_pids(pid))) AS waits`;
  return row!.waits;
}
