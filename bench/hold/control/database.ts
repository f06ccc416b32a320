import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { PrismaPg } from "@prisma/adapter-pg";
import { Client, Pool, type PoolConfig } from "pg";
import { OpeningClient } from "./opening-client";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const MIGRATIONS = path.join(ROOT, "prisma/migrations");
const CLIENT = path.join(import.meta.dirname, "generated/client.ts");
/** The last migration of the tables that the control was written for. */
const LAST = "20261122185000_plans_never_change";
const UNNAMED = undefined as unknown as string;

type Call = <T>(args: object) => Promise<T>;
type Model = Record<"findUnique" | "findMany" | "create" | "createMany" | "update" | "updateMany" | "updateManyAndReturn" | "count", Call>;
type Models = "booking" | "bookingItem" | "seat" | "eventSection" | "payment" | "notification" | "outboxMessage";
type Raw = (text: TemplateStringsArray, ...values: unknown[]) => Promise<unknown>;

/** As much of a Prisma client as the control calls: its own, of its own schema, so that the product's may change. */
export type ControlTx = Record<Models, Model> & { $queryRaw: Raw; $executeRaw: Raw };
export type ControlDb = ControlTx & {
  $transaction: <T>(work: (tx: ControlTx) => Promise<T>, options: object) => Promise<T>;
  $disconnect: () => Promise<void>;
};

/** A database beside the shop's on the same server, with the tables that the control was written for. @returns its address */
export async function makeControlDatabase(serverUrl: string): Promise<string> {
  const url = Object.assign(new URL(serverUrl), { pathname: "/aisle_control" }).href;
  await withClient(serverUrl, (client) => client.query("CREATE DATABASE aisle_control"));
  const names = (await readdir(MIGRATIONS)).filter((name) => /^\d/.test(name) && name <= LAST).sort();
  await withClient(url, async (client) => {
    for (const name of names) await client.query(await readFile(path.join(MIGRATIONS, name, "migration.sql"), "utf8"));
  });
  return url;
}

/** The control's client on its own pool; its code is generated where it is not there yet. */
export async function controlDb(options: { url: string; poolSize: number }): Promise<ControlDb> {
  if (!existsSync(CLIENT)) {
    const schema = path.join(import.meta.dirname, "schema.prisma");
    await promisify(execFile)("npx", ["prisma", "generate", "--schema", schema], { cwd: ROOT });
  }
  const { PrismaClient } = (await import(pathToFileURL(CLIENT).href)) as { PrismaClient: new (options: object) => ControlDb };
  const pool = new Pool({ connectionString: options.url, max: options.poolSize, Client: OpeningClient } as PoolConfig);
  const named = ({ sql }: { sql: string }) => (/^\s*SELECT \* FROM hold_seats\(/.test(sql) ? "hold_seats" : UNNAMED);
  return new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: true, statementNameGenerator: named }) });
}

async function withClient(connectionString: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
