import type { Client } from "pg";
import { env } from "~/env";
import { BriskClient } from "~/server/db/connection";
import { createDb, type Db } from "~/server/db/db";

/** Lets one session's statements through one at a time, when it is that session's turn. */
export class Gate {
  /** Prisma sends some statements of one transaction together. */
  private waiting: (() => void)[] = [];
  private open = false;
  statements: string[] = [];
  /** PostgreSQL's name for the session's connection; null before its first statement. */
  pid: number | null = null;

  /** Called by the connection before each message to the database. */
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

/** A client of the test's database on one connection, whose every trip to it waits at the gate that is set. */
export class GatedDb {
  readonly db: Db;
  gate = new Gate();

  constructor() {
    this.gate.release();
    const pass = (pid: number | null, text: string) => {
      this.gate.pid = pid;
      return this.gate.pass(text.trim().replace(/\s+/g, " ").slice(0, 60));
    };
    class GatedClient extends BriskClient {
      override query(...args: [string | { text: string }, ...unknown[]]): unknown {
        const [asked] = args;
        const text = typeof asked === "string" ? asked : asked.text;
        const send = () => super.query(...(args as [string]));
        // BEGIN travels with the first statement, several statements of one message with each other: one trip, one turn.
        if (text === "BEGIN" || text.startsWith("SET TRANSACTION ISOLATION")) return send();
        return pass((this as unknown as { processID: number | null }).processID, text).then(send);
      }
    }
    this.db = createDb({ url: env.DATABASE_URL, poolSize: 1, Client: GatedClient as unknown as typeof Client });
  }

  close(): Promise<void> {
    this.gate.release();
    return this.db.$disconnect();
  }
}
