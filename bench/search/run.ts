import type { Pool } from "pg";
import { deployApart } from "~/cli/deploy-apart";
import { quantile } from "../closed-loop";
import { cases } from "./cases";
import { EVENTS, makeCatalogue } from "./fixture";

/** Rows of events that one search may read by going through the table: none of the catalogue's thousands. */
const FEW_ROWS = 100;

type Timing = { p50Ms: number; p95Ms: number; found: number; rowsScanned: number };

/**
 * The list of events at 10,000 on sale, in a database of its own on the server of `databaseUrl`, through the service:
 * milliseconds of typical searches, and how many rows of events each read by a sequential scan, from PostgreSQL's own
 * counters.
 */
export async function run(options: {
  databaseUrl: string;
  quick?: boolean;
  say: (line: string) => void;
}): Promise<Record<string, unknown>> {
  const { databaseUrl, quick, say } = options;
  const [{ createDb }, { listEvents }, { eventFacets }] = await Promise.all([
    import("~/server/db/db"),
    import("~/server/services/events/list-events"),
    import("~/server/services/events/event-facets"),
  ]);
  const url = await ownDatabase(createDb, databaseUrl);
  const pool = await makeCatalogue(url);
  const db = createDb({ url, poolSize: 2 });
  const rounds = quick ? 40 : 200;
  const timings: Record<string, Timing> = {};
  const all: number[] = [];
  const measure = async (name: string, ask: (n: number) => Promise<number>) => {
    for (let n = 0; n < 5; n++) await ask(n);
    const before = await rowsScanned(pool);
    const took: number[] = [];
    let found = 0;
    for (let n = 0; n < rounds; n++) {
      const from = performance.now();
      found += await ask(n);
      took.push(performance.now() - from);
    }
    const scanned = ((await rowsScanned(pool)) - before) / rounds;
    all.push(...took);
    took.sort((a, b) => a - b);
    timings[name] = { p50Ms: round(quantile(took, 0.5)), p95Ms: round(quantile(took, 0.95)), found: Math.round(found / rounds), rowsScanned: Math.round(scanned) };
    say(`search, ${name}: ${JSON.stringify(timings[name])}`);
  };
  try {
    for (const [name, input] of Object.entries(cases)) {
      await measure(name, async (n) => (await listEvents({ db, actor: null, input: input(n) })).total);
    }
    await measure("cities and categories", async () => (await eventFacets({ db })).cities.length);
  } finally {
    await db.$disconnect();
    await pool.end();
  }
  all.sort((a, b) => a - b);
  const slowest = Object.entries(timings).sort(([, a], [, b]) => b.p95Ms - a.p95Ms)[0]!;
  return {
    search: {
      events: EVENTS,
      p50Ms: round(quantile(all, 0.5)),
      p95Ms: round(quantile(all, 0.95)),
      slowest: { what: slowest[0], p95Ms: slowest[1].p95Ms },
      withLargeScan: Object.keys(timings).filter((name) => timings[name]!.rowsScanned > FEW_ROWS),
      each: timings,
    },
  };
}

async function ownDatabase(createDb: typeof import("~/server/db/db").createDb, databaseUrl: string): Promise<string> {
  const admin = createDb({ url: databaseUrl, poolSize: 1 });
  await admin.$executeRawUnsafe("CREATE DATABASE bench_search");
  await admin.$disconnect();
  const url = Object.assign(new URL(databaseUrl), { pathname: "/bench_search" }).href;
  await deployApart({ databaseUrl: url });
  return url;
}

/** Rows of events read by sequential scans so far; connections hand in their counts when idle for a second. */
async function rowsScanned(pool: Pool): Promise<number> {
  await pool.query("SELECT pg_stat_clear_snapshot(), pg_sleep(1.2)");
  const { rows } = await pool.query<{ n: number }>(`SELECT seq_tup_read::int AS n FROM pg_stat_user_tables WHERE relname = 'Event'`);
  return rows[0]?.n ?? 0;
}

const round = (ms: number) => Math.round(ms * 10) / 10;
