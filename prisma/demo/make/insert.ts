import type { Prisma } from "../../../src/generated/prisma/client";
import type { Tx } from "../../../src/server/db/db";

/** Rows a statement: as many as keep one message to the server small. */
const CHUNK = 5_000;

/**
 * Inserts rows of one table in a few statements; columns that the first row leaves out take their defaults. Prisma's
 * createMany would send one parameter a value: minutes for what takes a second.
 */
export async function insertRows(tx: Tx, table: Prisma.ModelName, rows: readonly object[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first)
    .map((name) => `"${name}"`)
    .join(", ");
  for (let from = 0; from < rows.length; from += CHUNK) {
    await tx.$executeRawUnsafe(
      `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::"${table}", $1::json)`,
      JSON.stringify(rows.slice(from, from + CHUNK)),
    );
  }
}
