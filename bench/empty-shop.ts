import { Client } from "pg";

/** Takes away what another benchmark of the same run may have left. */
export async function emptyShop(connectionString: string): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  await client.query('TRUNCATE "User", "Venue" CASCADE');
  await client.end();
}
