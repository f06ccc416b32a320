import { parseArgs } from "node:util";
import { startTemporaryPostgres } from "~/cli/temporary-postgres";
import { deployApart } from "~/cli/deploy-apart";

/**
 * `npm run test:storm -- --ops 100000 --seed 7`: long storms on a PostgreSQL of their own, with other weather each
 * round. Ends with 1 and the seed that shows it where a history has no legal order or the books are not sound.
 */
const { values } = parseArgs({
  options: {
    ops: { type: "string", default: "20000" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    buyers: { type: "string", default: "24" },
    seats: { type: "string", default: "40" },
  },
});
const ROUND_OPS = 4_000;

const server = await startTemporaryPostgres();
process.env.DATABASE_URL = server.url;
process.env.NEXTAUTH_SECRET ??= "a secret for storms alone";
process.env.JWT_SECRET ??= "another secret for storms";
process.env.SEAT_HOLD_TTL = "1";
process.env.BOOKING_TTL = "1";
process.env.LOG_LEVEL = "silent";
await deployApart({ databaseUrl: server.url });

const { createDb } = await import("~/server/db/db");
const { runStorm } = await import("./storm/storm");
const admin = createDb({ url: server.url });
const dbs = [createDb({ url: server.url, poolSize: 4 }), createDb({ url: server.url, poolSize: 4 })];
// Connections are killed on purpose: what the driver has to say of it is no news.
process.on("uncaughtException", (error) => {
  if (!/terminating connection|Connection terminated/.test(error.message)) throw error;
});

let sound = true;
let left = Number(values.ops);
for (let round = 0; left > 0 && sound; round++, left -= ROUND_OPS) {
  const seed = Number(values.seed) + round;
  const weather = { jobs: round % 3, killEveryMs: round % 2 ? 60 : 0 };
  const report = await runStorm({
    dbs, admin, seed, ops: Math.min(left, ROUND_OPS), buyers: Number(values.buyers), seats: Number(values.seats), ...weather,
  });
  const { violations, ...figures } = report;
  console.log(JSON.stringify({ ...figures, ...weather, violations: violations.length }));
  sound = violations.length === 0 && report.broken.length === 0;
  if (!sound) console.error(`Not sound: --ops ${ROUND_OPS} --seed ${seed}\n${JSON.stringify(violations.slice(0, 2), null, 2)}`);
}
await Promise.all([...dbs, admin].map((db) => db.$disconnect()));
await server.remove();
process.exit(sound ? 0 : 1);
