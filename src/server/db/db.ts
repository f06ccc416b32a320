import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "~/env";
import type { Client, PoolConfig } from "pg";
import { PrismaClient } from "~/generated/prisma/client";
import { pace, patience, room } from "~/server/patience";
import { BriskClient } from "./connection";
import { BoundedPool, standsOn } from "./pool";

/** An unnamed statement, as `pg` understands it; the adapter's type wants a name for every one. */
const UNNAMED = undefined as unknown as string;

/** A client on its own pool. */
export function createDb(options: { url: string; poolSize?: number; Client?: typeof Client }): PrismaClient {
  const pool = new BoundedPool({
    connectionString: options.url,
    max: options.poolSize ?? room.connections,
    connectionTimeoutMillis: patience.connectMs,
    idleTimeoutMillis: pace.idleConnectionMs,
    Client: options.Client ?? BriskClient,
  } as PoolConfig);
  const adapter = new PrismaPg(pool, { disposeExternalPool: true, statementNameGenerator: nameOf });
  const client = new PrismaClient({ adapter });
  standsOn(client, pool);
  return client;
}

/** Prepared once a connection: the check of a session, before all else. Others vary too much to keep, or go by one-trip.ts. */
function nameOf({ sql }: { sql: string }): string {
  return env.DATABASE_PREPARE && /^\s*SELECT u\.id AS viewer/.test(sql) ? "viewer" : UNNAMED;
}

const shared = globalThis as unknown as { aisleDb?: PrismaClient };

/** The process's client. Opens no connection before its first query. */
export const db: PrismaClient = (shared.aisleDb ??= createDb({
  url: env.DATABASE_URL,
  poolSize: env.DATABASE_POOL_SIZE,
}));

export type Db = PrismaClient;
/** What runs inside a transaction. */
export type Tx = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];
