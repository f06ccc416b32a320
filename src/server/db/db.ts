import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "~/env";
import type { Client, PoolConfig } from "pg";
import { PrismaClient } from "~/generated/prisma/client";
import { pace, patience, room } from "~/server/patience";
import { BriskClient } from "./connection";
import { BoundedPool, standsOn } from "./pool";

type Options = { url: string; poolSize?: number; Client?: typeof Client };

/** A client on its own pool. */
export function createDb(options: Options): PrismaClient {
  return clientOn(createPool(options));
}

function createPool({ url, poolSize, ...given }: Options): BoundedPool {
  return new BoundedPool({
    connectionString: url,
    max: poolSize ?? room.connections,
    connectionTimeoutMillis: patience.connectMs,
    idleTimeoutMillis: pace.idleConnectionMs,
    Client: given.Client ?? BriskClient,
  } as PoolConfig);
}

function clientOn(pool: BoundedPool): PrismaClient {
  const adapter = new PrismaPg(pool, { disposeExternalPool: true });
  const client = new PrismaClient({ adapter });
  standsOn(client, pool);
  return client;
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
