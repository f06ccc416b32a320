import { Client } from "pg";
import { env } from "~/env";
import { createDb, type Db } from "~/server/db/db";

/**
 * A client that counts what it sends and waits for: its trips to the database. The pretend bank's own books are not the
 * shop's.
 */
export function countingDb(): { db: Db; trips: string[] } {
  const trips: string[] = [];
  class CountingClient extends Client {
    // @ts-expect-error: the driver's overloads are passed through
    override query(...args: [string | { text: string }, ...unknown[]]): unknown {
      const text = typeof args[0] === "string" ? args[0] : args[0].text;
      if (!text.includes("SandboxRecord")) trips.push(text.trim().replace(/\s+/g, " ").slice(0, 80));
      return super.query(...(args as [string]));
    }
  }
  return { db: createDb({ url: env.DATABASE_URL, poolSize: 1, Client: CountingClient as unknown as typeof Client }), trips };
}
