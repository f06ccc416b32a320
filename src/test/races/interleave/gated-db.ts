import type { Client } from "pg";
import { env } from "~/env";
import { BriskClient } from "~/server/db/connection";
import { createDb, type Db } from "~/server/db/db";

/** Lets one session's statements through one at a time, when it is that session's turn. */
export class Gate {
  /** Prisma sends some statements of one transaction together. */
  private waiting: (() => void)[] = [];
  private open = false;
  /** Told when the session waits for its turn, or has ended. */
  onIdle: () => void = () => {};
  statements: string[] = [];

  /** Called by the connection before each message to the database. */
  pass(statement: string): Promise<void> {
    this.statements.push(statement);
    if (this.open) return Promise.resolve();
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.onIdle();
    });
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
  private connection: Client | null = null;

  constructor() {
    this.gate.release();
    const passes = (text: string) => this.gate.pass(text.trim().replace(/\s+/g, " ").slice(0, 60));
    const connected = (client: Client) => void (this.connection = client);
    class GatedClient extends BriskClient {
      override query(...args: [string | { text: string }, ...unknown[]]): unknown {
        connected(this as unknown as Client);
        const [asked] = args;
        const text = typeof asked === "string" ? asked : asked.text;
        const send = () => super.query(...(args as [string]));
        // BEGIN travels with the first statement, several statements of one message with each other: one trip, one turn.
        if (text === "BEGIN" || text.startsWith("SET TRANSACTION ISOLATION")) return send();
        return passes(text).then(send);
      }
    }
    this.db = createDb({ url: env.DATABASE_URL, poolSize: 1, Client: GatedClient as unknown as typeof Client });
  }

  /** The backend's process id, null before the first statement. */
  get pid(): number | null {
    return (this.connection as unknown as { processID: number | null } | null)?.processID ?? null;
  }

  close(): Promise<void> {
    this.gate.release();
    return this.db.$disconnect();
  }
}
