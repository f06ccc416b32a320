import { Client } from "pg";
import { env } from "~/env";

const TABLES = `
  SELECT c.relname AS name, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
   WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
   GROUP BY c.relname ORDER BY c.relname`;

/**
 * Copies of the database as it stands, to go back to: many times quicker than making its rows anew. Put back without
 * triggers and foreign keys, since what is copied was whole.
 */
export class Snapshots {
  private readonly client = new Client({ connectionString: env.DATABASE_URL });
  private readonly back = new Map<string, string>();
  private connected: Promise<unknown> | null = null;

  async take(name: string): Promise<void> {
    await (this.connected ??= this.client.connect());
    const tables = (await this.client.query<{ name: string; columns: string }>(TABLES)).rows;
    const copy = `snapshot_${name}`;
    await this.client.query(`DROP SCHEMA IF EXISTS ${copy} CASCADE; CREATE SCHEMA ${copy}`);
    const steps = ["BEGIN", "SET LOCAL session_replication_role = replica", ...tables.map((table) => `DELETE FROM "${table.name}"`)];
    for (const { name: table, columns } of tables) {
      const made = await this.client.query(`CREATE TABLE ${copy}."${table}" AS SELECT ${columns} FROM "${table}"`);
      if (made.rowCount) steps.push(`INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM ${copy}."${table}"`);
    }
    this.back.set(name, [...steps, "COMMIT"].join(";\n"));
  }

  /** Everything as it was when `name` was taken; sequences go on. */
  async restore(name: string): Promise<void> {
    await this.client.query(this.back.get(name)!);
  }

  async close(): Promise<void> {
    await this.connected;
    for (const name of this.back.keys()) await this.client.query(`DROP SCHEMA snapshot_${name} CASCADE`);
    await this.client.end();
  }
}
