import { Client } from "pg";
import { env } from "~/env";
import { createDb, type Db } from "~/server/db/db";

/** Lets one session's statements through one at a time, when it is that session's turn. */
export class Gate {
  /** Prisma sends some statements of one transaction together. */
  private waiting: (() => void)[] = [];
  private open = false;
  statements: string[] = [];
  /** PostgreSQL's name for the session's connection; null before its first statement. */
  pid: number | null = null;

  /** Called by the connection before each statement. */
  pass(statement: string): Promise<void> {
    this.statements.push(statement);
    if (this.open) return Promise.resolve();
    return new Promise((resolve) => void this.waiting.push(resolve));
  }

  get isWaiting(): boolean {
    return this.waiting.length > 0;
  }

  /** Lets the statement that has waited longest go. */
  step(): void {
    this.waiting.shift()?.();
  }

  /** Lets everything through from now on. */
  release(): void {
    this.open = true;
    for (const go of this.waiting.splice(0)) go();
  }
}

/** A client of the test's database on one connection whose every statement waits at the gate. */
export function gatedDb(gate: Gate): Db {
  class GatedClient extends Client {
    // @ts-expect-error: the driver's overloads are passed through; the adapter uses the promise form alone
    override query(...args: [string | { text: string }, ...unknown[]]): unknown {
      gate.pid = (this as unknown as { processID: number | null }).processID;
      const text = typeof args[0] === "string" ? args[0] : args[0].text;
      if (typeof args.at(-1) === "function") return super.query(...(args as [string]));
      return gate.pass(text.trim().replace(/\s+/g, " ").slice(0, 60)).then(() => super.query(...(args as [string])));
    }
  }
  return createDb({ url: env.DATABASE_URL, poolSize: 1, Client: GatedClient as unknown as typeof Client });
}
