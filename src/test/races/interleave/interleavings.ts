import type { Db } from "~/server/db/db";
import { Gate, gatedDb } from "./gated-db";

export type Session = (db: Db) => Promise<unknown>;
export type Outcome = { ok: true; value: unknown } | { ok: false; code: string };
/** Which session moves at each step: "aabab...". */
export type Order = string;

/** A statement that has not come back after this long waits for a lock: the other session moves on. */
const BLOCKED_MS = 60;

/**
 * Runs two sessions statement by statement in the given order. A session that waits for the other's lock is passed
 * over until it comes back; when the order is used up, whoever is left runs to the end.
 */
export async function runInterleaved(sessions: { a: Session; b: Session }, order: Order): Promise<{ a: Outcome; b: Outcome; steps: { a: number; b: number } }> {
  const runners = { a: new Runner(sessions.a), b: new Runner(sessions.b) };
  try {
    for (const who of order) {
      const runner = runners[who as "a" | "b"];
      if (!(await runner.idle(BLOCKED_MS))) continue;
      runner.gate.step();
      await runner.idle(BLOCKED_MS);
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

  /** Whether within `ms` the session waits for its turn; false where it hangs on a lock or has ended. */
  async idle(ms: number): Promise<boolean> {
    if (!this.gate.isWaiting && !this.ended) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.gate.onIdle = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    return this.gate.isWaiting;
  }

  async close(): Promise<void> {
    this.gate.release();
    await this.outcome;
    await this.db.$disconnect();
  }

  private end(outcome: Outcome): Outcome {
    this.ended = true;
    this.gate.onIdle();
    return outcome;
  }
}
