import { PrismaPg } from "@prisma/adapter-pg";
import type { PoolConfig } from "pg";
import { PrismaClient } from "~/generated/prisma/client";
import { BriskClient } from "~/server/db/connection";

export type Said = { text: string; values: unknown[] };

/** The shop's client, as the shop makes it, that also writes down what it says while `heard` is set. */
export function recordingDb(url: string): { db: PrismaClient; listen: (to: Said[] | null) => void } {
  let heard: Said[] | null = null;
  class Listening extends BriskClient {
    override query(...args: [{ text?: string; values?: unknown[] } | string, ...unknown[]]): unknown {
      const [query, values] = args;
      if (heard && typeof query === "object" && query.text)
        heard.push({ text: query.text, values: query.values ?? (Array.isArray(values) ? values : []) });
      return super.query(...(args as [string]));
    }
  }
  const adapter = new PrismaPg({ connectionString: url, max: 5, Client: Listening } as PoolConfig);
  return { db: new PrismaClient({ adapter }), listen: (to) => void (heard = to) };
}
