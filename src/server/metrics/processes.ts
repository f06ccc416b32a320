import type { Pool } from "pg";
import { db } from "~/server/db/db";
import { BoundedPool, poolOf } from "~/server/db/pool";
import { metrics } from "./metrics";
import type { Report } from "./report";

/** What this process has counted, and how it stands at this moment. */
export async function ownReport(): Promise<Report> {
  const { registry, connections, waiting, lineSeconds, memory, processes } = metrics();
  const pool: Pool | undefined = poolOf(db);
  if (pool) {
    connections.set({ state: "idle" }, pool.idleCount);
    connections.set({ state: "used" }, pool.totalCount - pool.idleCount);
    waiting.set(pool.waitingCount);
    lineSeconds.set(pool instanceof BoundedPool ? pool.expectedWaitMs / 1_000 : 0);
  }
  memory.set(process.memoryUsage.rss());
  processes.set(1);
  return (await registry.getMetricsAsJSON()) as Report;
}
