import { Client, type QueryResult } from "pg";

/** One statement on a connection of its own. */
export async function query(
  connectionString: string,
  sql: string,
  values: unknown[] = [],
): Promise<QueryResult> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return await client.query(sql, values);
  } finally {
    await client.end();
  }
}
