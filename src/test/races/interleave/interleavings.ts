import { Client } from "pg";
import { env } from "~/env";
import type { Db } from "~/server/db/db";
import { Gate, GatedDb } from "./gated-db";

export type Session = (db: Db) => Promise<unknown>;
export type Outcome = { ok: true; value: unknown } | { ok: false; code: string };
/** Which session moves at each step: "aabab...". */
export type Order = string;
export type Ran = { a: Outcome; b: Outcome; steps: { a: number; b: number } };

/** How often PostgreSQL is asked whether a session hangs on a lock. */
const ASK_MS = 3;
/** A session that is neither at its gate nor at a lock is thinking, or asks the bank; nobody thinks longer. */
const PATIENCE_MS = 5_000;

/** Two sessions on connections of their own, kept from one order to the next: a client costs more than an order. */
export class Stage {
  private readonly a = new GatedDb();
  private readonly b = new GatedDb();
  private readonly asker = new Client({ connectionString: env.DATABASE_URL });
  private connected: Promise<unknown> | null = null;

  /**
   * Runs two sessions trip by trip in the given order. A session that waits for the other's lock is passed over until it
   * comes back; when the order is used up, whoever is left runs to the end.
   */
  async run(sessions: { a: Session; b: Session }, order: Order): Promise<Ran> {
    await (this.connected ??= this.asker.connect());
    const hangs = async (pid: number): Promise<boolean> => {
      const { rows } = await this.asker.query<{ hangs: boolean }>("SELECT cardinality(pg_blocking_pids($1)) > 0 AS hangs", [pid]);
      return rows[0]?.hangs ?? false;
    };
    const runners = { a: new Runner(this.a, sessions.a, hangs), b: new Runner(this.b, sessions.b, hangs) };
    for (const who of order) {
      const runner = runners[who as "a" | "b"];
      if (!(await runner.atGate())) continue;
      runner.gate.step();
      await runner.atGate();
    }
    runners.a.gate.release();
    runners.b.gate.release();
    const [a, b] = await Promise.all([runners.a.outcome, runners.b.outcome]);
    return { a, b, steps: { a: runners.a.gate.statements.length, b: runners.b.gate.statements.length } };
  }

  /** `first` from its beginning to its end, then the other. */
  async inTurn(sessions: { a: Session; b: Session }, first: "a" | "b"): Promise<Ran> {
    const play = async (who: "a" | "b") => {
      const db = this[who];
      const gate = new Gate();
      gate.release();
      db.gate = gate;
      return { outcome: await outcomeOf(sessions[who](db.db)), steps: gate.statements.length };
    };
    const [one, two] = [await play(first), await play(first === "a" ? "b" : "a")];
    const [a, b] = first === "a" ? [one, two] : [two, one];
    return { a: a.outcome, b: b.outcome, steps: { a: a.steps, b: b.steps } };
  }

  async close(): Promise<void> {
    await Promise.all([this.a.close(), this.b.close(), this.connected && this.asker.end()]);
  }
}

/** Runs two sessions once, on connections of their own. */
export async function runInterleaved(sessions: { a: Session; b: Session }, order: Order): Promise<Ran> {
  const stage = new Stage();
  try {
    return await stage.run(sessions, order);
  } finally {
    await stage.close();
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

  constructor(
    private readonly gated: GatedDb,
    session: Session,
    private readonly hangs: (pid: number) => Promise<boolean>,
  ) {
    gated.gate = this.gate;
    this.outcome = outcomeOf(session(gated.db)).then((outcome) => {
      this.ended = true;
      this.gate.onIdle();
      return outcome;
    });
  }

  /** Whether the session waits for its turn; false where it hangs on the other's lock or has ended. */
  async atGate(): Promise<boolean> {
    for (const until = performance.now() + PATIENCE_MS; performance.now() < until; ) {
      if (this.gate.isWaiting || this.ended) break;
      await this.idleOr(ASK_MS);
      if (this.gate.isWaiting || this.ended) break;
      const { pid } = this.gated;
      if (pid !== null && (await this.hangs(pid))) break;
    }
    return this.gate.isWaiting;
  }

  private idleOr(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.gate.onIdle = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

function outcomeOf(work: Promise<unknown>): Promise<Outcome> {
  return work.then(
    (value) => ({ ok: true as const, value }),
    (error: unknown) => ({ ok: false as const, code: String((error as { code?: unknown }).code ?? error) }),
  );
}
