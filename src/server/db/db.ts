import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "~/env";
import type { PoolConfig } from "pg";
import { PrismaClient } from "~/generated/prisma/client";
import { pace, patience, room } from "~/server/patience";
import { BriskClient } from "./connection";
import { BoundedPool } from "./pool";

/** An unnamed statement, as `pg` understands it; the adapter's type wants a name for every one. */
const UNNAMED = undefined as unknown as string;

type Options = { url: string; poolSize?: number };

/** A client on its own pool. */
export function createDb(options: Options): PrismaClient {
  return clientOn(createPool(options));
}

function createPool({ url, poolSize }: Options): BoundedPool {
  return new BoundedPool({
    connectionString: url,
    max: poolSize ?? room.connections,
    connectionTimeoutMillis: patience.connectMs,
    idleTimeoutMillis: pace.idleConnectionMs,
    Client: BriskClient,
  } as PoolConfig);
}

function clientOn(pool: BoundedPool): PrismaClient {
  const adapter = new PrismaPg(pool, { disposeExternalPool: true, statementNameGenerator: nameOf });
  const client = new PrismaClient({ adapter });
  pools.set(client, pool);
  return client;
}

const pools = new WeakMap<object, BoundedPool>();

/** The connections behind a client, for what goes past Prisma; undefined for an extended client. */
export function poolOf(client: Db | Tx): BoundedPool | undefined {
  return pools.get(client);
}

/** Prepared once a connection: the statement that an on-sale consists of. Others vary too much to keep. */
function nameOf({ sql }: { sql: string }): string {
  return /^\s*SELECT \* FROM (hold_seats)\(/.exec(sql)?.[1] ?? UNNAMED;
}

/**
 * What stands before Next and what Next has bundled are two copies of this module in one process. They share the
 * connections; each has a client of its own, whose SQL fragments and errors are of its own classes.
 */
const shared = globalThis as unknown as { aislePool?: BoundedPool };

/** The process's client. Opens no connection before its first query. */
export const db: PrismaClient = clientOn(
  (shared.aislePool ??= createPool({ url: env.DATABASE_URL, poolSize: env.DATABASE_POOL_SIZE })),
);

export type Db = PrismaClient;
/** What runs inside a transaction. */
export type Tx = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];
