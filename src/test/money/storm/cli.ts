import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { startEmbeddedPostgres } from "~/cli/embedded-postgres";
import { lockDataDir } from "~/cli/lock";
import { deployApart } from "~/cli/deploy-apart";

/**
 * `npm run test:money -- --bookings 2000 --kills 6 --seed 1`: a long storm of payments on a PostgreSQL of its own.
 * Ends with 1 where a paisa or a seat is not explained.
 */
const { values } = parseArgs({
  options: {
    bookings: { type: "string", default: "2000" },
    kills: { type: "string", default: "6" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
  },
});
const dataDir = await mkdtemp(path.join(tmpdir(), "aisle-money-"));
await lockDataDir(dataDir, "A storm");
const server = await startEmbeddedPostgres({ dataDir, durable: false });
process.env.DATABASE_URL = server.url;
process.env.LOG_LEVEL = "silent";
await deployApart({ databaseUrl: server.url });
const { createDb } = await import("~/server/db/db");
const { runStorm } = await import("./storm");
const db = createDb({ url: server.url, poolSize: 6 });
const from = performance.now();
const result = await runStorm({
  db,
  databaseUrl: server.url,
  seed: Number(values.seed),
  bookings: Number(values.bookings),
  kills: Number(values.kills),
  say: (text) => console.log(`${Math.round((performance.now() - from) / 1_000)} s: ${text}`),
});
console.log(JSON.stringify(result, null, 2));
const { open } = result;
const sound =
  result.faults.length === 0 && result.broken.length === 0 && result.disagreements.length === 0 && result.unexplainedPaise === 0 && Object.values(open).every((count) => count === 0);
await db.$disconnect();
await server.stop();
await rm(dataDir, { recursive: true, force: true });
process.exit(sound ? 0 : 1);
