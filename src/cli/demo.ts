import { Client } from "pg";
import { StartError } from "~/cli/start-error";

async function ask<T extends object>(databaseUrl: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** @throws StartError where DATABASE_URL leads nowhere; the address may hold a password and is not repeated. */
export async function assertReachable(databaseUrl: string): Promise<void> {
  try {
    await ask(databaseUrl, "SELECT 1");
  } catch (error) {
    const { message, code } = error as Error & { code?: string };
    throw new StartError(`DATABASE_URL names a database that can't be reached: ${message || code}.`);
  }
}

/** Whether nobody has an account yet: then the shop is empty and may be filled with the demo. */
export async function isEmpty(databaseUrl: string): Promise<boolean> {
  const rows = await ask<{ id: string }>(databaseUrl, 'SELECT id FROM "User" LIMIT 1');
  return rows.length === 0;
}

/** Which of the demo accounts are there, to be named after the start. */
export async function demoAccounts(databaseUrl: string): Promise<string[]> {
  const rows = await ask<{ email: string }>(
    databaseUrl,
    `SELECT email FROM "User" WHERE email IN ('buyer@aisle.test', 'organizer@aisle.test', 'admin@aisle.test') ORDER BY role`,
  );
  return rows.map((row) => row.email);
}
