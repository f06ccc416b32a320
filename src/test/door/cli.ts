import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { deployApart } from "~/cli/deploy-apart";
import { startEmbeddedPostgres } from "~/cli/embedded-postgres";
import { lockDataDir } from "~/cli/lock";

/**
 * `npm run test:door -- --scans 10000 --seed N`: eight doors, 10,000 tickets, 100 phones that die, a network that
 * fails, on a PostgreSQL of its own. Ends with 1 where a scan is lost or a ticket was let in twice unnoticed.
 */
const { values } = parseArgs({
  options: {
    scans: { type: "string", default: "10000" },
    tickets: { type: "string", default: "10000" },
    devices: { type: "string", default: "8" },
    kills: { type: "string", default: "100" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
  },
});
const dataDir = await mkdtemp(path.join(tmpdir(), "aisle-door-"));
await lockDataDir(dataDir, "A door");
const server = await startEmbeddedPostgres({ dataDir, durable: false });
Object.assign(process.env, { DATABASE_URL: server.url, LOG_LEVEL: "silent", PAYMENT_GATEWAY: "sandbox", NEXTAUTH_SECRET: "a secret for doors alone", TICKET_SECRET: "a ticket secret for doors alone" });
await deployApart({ databaseUrl: server.url });
const { createDb } = await import("~/server/db/db");
const { simulate } = await import("./simulate");
const db = createDb({ url: server.url, poolSize: 8 });
const from = performance.now();
const number = (name: keyof typeof values) => Number(values[name]);
const result = await simulate({
  db,
  seed: number("seed"),
  scans: number("scans"),
  tickets: number("tickets"),
  devices: number("devices"),
  kills: number("kills"),
  say: (text) => console.log(`${Math.round((performance.now() - from) / 1_000)} s: ${text}`),
});
console.log(JSON.stringify({ seed: number("seed"), ...result }, null, 2));
await db.$disconnect();
await server.stop();
await rm(dataDir, { recursive: true, force: true });
process.exit(result.faults.length === 0 ? 0 : 1);
