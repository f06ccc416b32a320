import { env } from "~/env";
import { Query, type PoolClient } from "pg";
import type { Db } from "./db";
import { conflictShape } from "./errors";
import { poolOf } from "./pool";
import { refusalOf } from "./refusal";
import { retrying, transaction, type TransactionOptions } from "./transaction";

/** One statement; `name` keeps it prepared on each connection, where DATABASE_PREPARE allows. */
export type Call = { name: string; text: string; values: unknown[] };

type Callback = (error: Error | null, result?: { rows: unknown[] }) => void;
type Wire = {
  stream: { cork: () => void; uncork: () => void };
  parse: (statement: { text: string; name: string; types: number[] }) => void;
  bind: (portal: { portal: string; statement: string; values: unknown[] }) => void;
  execute: (portal: { portal: string; rows: number }) => void;
  sync: () => void;
};

/** The driver's own query, by what the driver calls it with; its published types say less. */
const DriverQuery = Query as unknown as new (asked: Partial<Call> & { queryMode: "extended"; callback: Callback }) => {
  submit(wire: Wire): Error | null;
  handleCommandComplete(message: unknown, wire: Wire): void;
  _getRows(wire: Wire): void;
};

const BEGIN = "BEGIN ISOLATION LEVEL SERIALIZABLE";

/**
 * Runs one statement as a whole Serializable transaction in one round trip, on the pool that Prisma uses: BEGIN, the
 * statement and COMMIT travel before one Sync, so that where one fails PostgreSQL skips the rest (PostgreSQL, "Message
 * Flow", pipelining). Retried as `transaction` is. A client without a pool of its own takes Prisma's way.
 * @throws AppError BUSY; Refusal where a function raised one; whatever else the statement gives
 */
export async function callOnce<Row>(db: Db, call: Call, options: TransactionOptions = {}): Promise<Row[]> {
  const pool = poolOf(db);
  if (!pool) {
    return transaction(db, (tx) => tx.$queryRawUnsafe<Row[]>(call.text, ...call.values), options).catch(asRefusal);
  }
  return retrying(async () => {
    const client = await pool.connect();
    try {
      const rows = await new Promise<unknown[]>((resolve, reject) => {
        const query = new OneTripQuery(named(call), (error, result) => (error ? reject(error) : resolve(result?.rows ?? [])));
        client.query(query as never);
      });
      client.release();
      return rows as Row[];
    } catch (error) {
      putBack(client, error);
      throw error;
    }
  }, options).catch(asRefusal);
}

/** Reads with one statement outside a transaction, through the driver: what a purchase starts from. */
export async function readOnce<Row>(db: Db, call: Call): Promise<Row[]> {
  const pool = poolOf(db);
  if (!pool) return db.$queryRawUnsafe<Row[]>(call.text, ...call.values);
  return retrying(async () => {
    const client = await pool.connect();
    try {
      const { rows } = await client.query<Row & object>(named(call));
      client.release();
      return rows;
    } catch (error) {
      client.release(true);
      throw error;
    }
  });
}

function named({ name, ...call }: Call): Partial<Call> & Pick<Call, "text" | "values"> {
  return env.DATABASE_PREPARE ? { name, ...call } : call;
}

function asRefusal(error: unknown): never {
  throw refusalOf(error) ?? error;
}

/**
 * Whoever waits is answered at once; the connection rolls back behind their back and is used again. After an error that
 * is neither a conflict nor a refusal nobody knows how it stands: it is closed.
 */
function putBack(client: PoolClient, error: unknown): void {
  if (!conflictShape(error) && !refusalOf(error)) return client.release(true);
  void client.query("ROLLBACK").then(
    () => client.release(),
    () => client.release(true),
  );
}

class OneTripQuery extends DriverQuery {
  private completed = 0;

  constructor(asked: Partial<Call>, callback: Callback) {
    super({ ...asked, queryMode: "extended", callback });
  }

  override submit(wire: Wire): Error | null {
    wire.stream.cork();
    try {
      send(wire, BEGIN);
      return super.submit(wire);
    } finally {
      wire.stream.uncork();
    }
  }

  /** Where the driver would send Execute and Sync, COMMIT goes in between. */
  override _getRows(wire: Wire): void {
    wire.execute({ portal: "", rows: 0 });
    send(wire, "COMMIT");
    wire.sync();
  }

  /** Of the three completions only the second is the statement's. */
  override handleCommandComplete(message: unknown, wire: Wire): void {
    if (++this.completed === 2) super.handleCommandComplete(message, wire);
  }
}

function send(wire: Wire, text: string): void {
  wire.parse({ text, name: "", types: [] });
  wire.bind({ portal: "", statement: "", values: [] });
  wire.execute({ portal: "", rows: 0 });
}

