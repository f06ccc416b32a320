import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "~/env";
import { PrismaClient } from "~/generated/prisma/client";

/**
 * A client on its own pool. A pool larger than the cores can feed only makes conflicts and queues
 * (docs/decisions/0003): 5 connections serve two cores.
 */
export function createDb(options: { url: string; poolSize?: number }): PrismaClient {
  const adapter = new PrismaPg({
    connectionString: options.url,
    max: options.poolSize ?? 5,
    connectionTimeoutMillis: 3_000,
    idleTimeoutMillis: 30_000,
  });
  return new PrismaClient({ adapter });
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
