import { poolOf, type Db } from "./db";

export type Prepared = {
  /** One name a text: prepared once a connection, then run by its name. */
  name: string;
  text: string;
};

/**
 * One statement by its name, in one trip, past Prisma: for what every call asks. The connection survives an error,
 * which `pool.query` would end it for. A client that is another's disguise (a recorder, a gate) is asked as it is.
 */
export async function prepared<Row>(db: Db, { name, text }: Prepared, values: unknown[]): Promise<Row[]> {
  const pool = poolOf(db);
  if (!pool) return db.$queryRawUnsafe<Row[]>(text, ...values);
  const client = await pool.connect();
  client.on("error", told);
  let broken: Error | undefined;
  try {
    const { rows } = await client.query<Row & object>({ name, text, values });
    return rows;
  } catch (error) {
    // Refused by the database: the connection is sound. Anything else may have broken it.
    if (!isRefusal(error)) broken = error as Error;
    throw error;
  } finally {
    client.off("error", told);
    client.release(broken);
  }
}

/** A connection that breaks says so twice: to its statement, which throws, and here, where it would end the process. */
const told = () => undefined;

function isRefusal(error: unknown): boolean {
  const { code, severity } = (error ?? {}) as { code?: unknown; severity?: unknown };
  return severity === "ERROR" && typeof code === "string" && !code.startsWith("57P");
}
