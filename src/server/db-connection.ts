import { Client } from "pg";

type Query = string | { text?: string };

const NOTHING = { command: "BEGIN", rowCount: 0, oid: 0, fields: [], rows: [] };

/**
 * A connection that opens a transaction in one round trip. Prisma's adapter sends BEGIN, waits, then sends SET
 * TRANSACTION ISOLATION LEVEL: this holds the first back and sends both as one statement. A quarter of a hold's
 * trips to the database goes (docs/decisions/0003).
 */
export class BriskClient extends Client {
  private beginning = false;

  // @ts-expect-error: the driver's own overloads, callbacks included, are passed through as they come
  override query(...args: [Query, ...unknown[]]): unknown {
    const [query] = args;
    const text = typeof query === "string" ? query : query.text;
    if (text === "BEGIN" && typeof args.at(-1) !== "function") {
      this.beginning = true;
      return Promise.resolve(NOTHING);
    }
    if (!this.beginning) return super.query(...(args as [string]));
    this.beginning = false;
    if (text?.startsWith("SET TRANSACTION ISOLATION LEVEL ")) return super.query(text.replace("SET TRANSACTION", "BEGIN"));
    return super.query("BEGIN").then(() => super.query(...(args as [string])));
  }
}
