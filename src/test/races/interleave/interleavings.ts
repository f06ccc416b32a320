import { db as product, type Db } from "~/server/db/db";
import { Gate, GatedDb } from "./gated-db";

export type Session = (db: Db) => Promise<unknown>;
export type Outcome = { ok: true; value: unknown } | { ok: false; code: string };
/** Which session moves at each step: "aabab...". */
export type Order = string;
export type Ran = { a: Outcome; b: Outcome; steps: { a: number; b: number } };

/** Two sessions on connections of their own, kept from one order to the next: a client costs more than an order. */
export class Stage {
  private readonly a = new GatedDb();
  private readonly b = new GatedDb();

  /**
   * Runs two sessions trip by trip in the given order. A session that waits for the other's lock is passed over until it
   * comes back; when the order is used up, whoever is left runs to the end.
   */
  async run(sessions: { a: Session; b: Session }, order: Order): Promise<Ran> {
    const runners = { a: new Runner(this.a, sessions.a), b: new Runner(this.b, sessions.b) };
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
  }

  /** `first` from its beginning to its end, then the other. */
  async inTurn(sessions: { a: Session; b: Session }, first: "a" | "b"): Promise<Ran> {
    const play = async (who: "a" | "b") => {
      const runner = new Runner(this[who], sessions[who]);
      runner.gate.release();
      return { outcome: await runner.outcome, steps: runner.gate.statements.length };
    };
    const [one, two] = [await play(first), await play(first === "a" ? "b" : "a")];
    const [a, b] = first === "a" ? [one, two] : [two, one];
    return { a: a.outcome, b: b.outcome, steps: { a: a.steps, b: b.steps } };
  }

  async close(): Promise<void> {
    await Promise.all([this.a.close(), this.b.close()]);
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
  private ended = false;

  constructor(gated: GatedDb, session: Session) {
    gated.gate = this.gate;
    this.outcome = session(gated.db).then(
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

  private end(outcome: Outcome): Outcome {
    this.ended = true;
    return outcome;
  }
}

/** Whether session `a` waits for a lock, or whoever works for it does because of `b`: asked of PostgreSQL itself. */
async function hangs(a: number | null, b: number | null): Promise<boolean> {
  const [row] = await product.$queryRaw<{ blocked: boolean }[]>`
    SELECT EXISTS (SELECT FROM pg_stat_activity
                    WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0
                      AND (pid = ${a}::int OR ${b}::int = ANY (pg_blocking_pids(pid)))) AS blocked`;
  return row?.blocked ?? false;
}
