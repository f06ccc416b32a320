import { db, type Db } from "~/server/db/db";
import { Gate, gatedDb } from "./gated-db";

export type Session = (db: Db) => Promise<unknown>;
export type Outcome = { ok: true; value: unknown } | { ok: false; code: string };
/** Which session moves at each step: "aabab...". */
export type Order = string;

/**
 * Runs two sessions statement by statement in the given order. A session that waits for the other's lock is passed
 * over until it comes back; when the order is used up, whoever is left runs to the end.
 */
export async function runInterleaved(sessions: { a: Session; b: Session }, order: Order): Promise<{ a: Outcome; b: Outcome; steps: { a: number; b: number } }> {
  const runners = { a: new Runner(sessions.a), b: new Runner(sessions.b) };
  try {
    const settle = async () => void (await Promise.all([runners.a.settled(runners.b), runners.b.settled(runners.a)]));
    await settle();
    for (const who of order) {
      const { gate } = runners[who as "a" | "b"];
      if (!gate.isWaiting) continue;
      gate.step();
      await settle();
    }
    runners.a.gate.release();
    runners.b.gate.release();
    const [a, b] = await Promise.all([runners.a.outcome, runners.b.outcome]);
    return { a, b, steps: { a: runners.a.gate.statements.length, b: runners.b.gate.statements.length } };
  } finally {
    await Promise.all([runners.a.close(), runners.b.close()]);
  }
}

/**
 * Every order of `a` and `b` steps in which the sessions take turns at most `switches` times: nearly all races need
 * two or fewer (Musuvathi and Qadeer, "Iterative context bounding", PLDI 2007). Without a bound there are
 * (a+b)! / (a! b!) of them.
 */
export function orders(a: number, b: number, switches: number): Order[] {
  const found: Order[] = [];
  const walk = (order: string, leftA: number, leftB: number, left: number) => {
    if (leftA === 0 && leftB === 0) return void found.push(order);
    const last = order.at(-1);
    for (const who of ["a", "b"] as const) {
      const mine = who === "a" ? leftA : leftB;
      const others = who === "a" ? leftB : leftA;
      if (mine === 0) continue;
      const forced = last !== undefined && last !== who && (last === "a" ? leftA : leftB) === 0;
      const cost = last === undefined || last === who || forced ? 0 : 1;
      if (cost > left) continue;
      walk(order + who, who === "a" ? mine - 1 : others, who === "a" ? others : mine - 1, left - cost);
    }
  };
  walk("", a, b, switches);
  return found;
}

class Runner {
  readonly gate = new Gate();
  readonly outcome: Promise<Outcome>;
  private readonly db: Db;
  private ended = false;

  constructor(session: Session) {
    this.db = gatedDb(this.gate);
    this.outcome = session(this.db).then(
      (value) => this.end({ ok: true, value }),
      (error: unknown) => this.end({ ok: false, code: String((error as { code?: unknown }).code ?? error) }),
    );
  }

  /** Resolves when the session waits for its turn, has ended, or hangs on a lock until `other` has moved. */
  async settled(other: Runner): Promise<void> {
    while (!this.gate.isWaiting && !this.ended) {
      if (await hangs(this.gate.pid, other.gate.pid)) return;
    }
  }

  async close(): Promise<void> {
    this.gate.release();
    await this.outcome;
    await this.db.$disconnect();
  }

  private end(outcome: Outcome): Outcome {
    this.ended = true;
    return outcome;
  }
}

/** Whether session `a` waits for a lock, or whoever works for it does because of `b`: asked of PostgreSQL itself. */
async function hangs(a: number | null, b: number | null): Promise<boolean> {
  const [row] = await db.$queryRaw<{ blocked: boolean }[]>`
    SELECT EXISTS (SELECT FROM pg_stat_activity
                    WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0
                      AND (pid = ${a}::int OR ${b}::int = ANY (pg_blocking_pids(pid)))) AS blocked`;
  return row?.blocked ?? false;
}
