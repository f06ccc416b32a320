import { parseArgs } from "node:util";
import { deployApart } from "~/cli/deploy-apart";
import { startTemporaryPostgres } from "~/cli/temporary-postgres";

/**
 * `npm run test:storm -- --ops 100000 --seed 7`: long storms on a PostgreSQL of their own, with other weather each
 * round; `--deadlocks`: every verb against every other on the same rows instead, deadlocks counted. Ends with 1 and the
 * seed that shows it where a history has no legal order, the books are not sound, or two verbs locked each other out.
 */
const { values } = parseArgs({
  options: {
    ops: { type: "string", default: "20000" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    buyers: { type: "string", default: "24" },
    seats: { type: "string", default: "40" },
    deadlocks: { type: "boolean", default: false },
  },
});
const ROUND_OPS = 4_000;

const server = await startTemporaryPostgres();
process.env.DATABASE_URL = server.url;
process.env.NEXTAUTH_SECRET ??= "a secret for storms alone";
process.env.JWT_SECRET ??= "another secret for storms";
const ttl = values.deadlocks ? "3" : "1";
Object.assign(process.env, { SEAT_HOLD_TTL: ttl, BOOKING_TTL: ttl });
process.env.LOG_LEVEL = "silent";
await deployApart({ databaseUrl: server.url });

const { createDb } = await import("~/server/db/db");
const admin = createDb({ url: server.url });
const round = values.deadlocks ? await deadlocks() : await weather();

let sound = true;
let left = Number(values.ops);
for (let number = 0; left > 0 && sound; number++, left -= ROUND_OPS) {
  const seed = Number(values.seed) + number;
  const { figures, faults } = await round.run(seed, number, Math.min(left, ROUND_OPS));
  console.log(JSON.stringify(figures));
  sound = faults.length === 0;
  if (!sound) console.error(`Not sound: --ops ${ROUND_OPS} --seed ${seed}\n${JSON.stringify(faults.slice(0, 2), null, 2)}`);
}
await Promise.all([...round.dbs, admin].map((db) => db.$disconnect()));
await server.remove();
process.exit(sound ? 0 : 1);

/** Buyers, jobs, killed connections, wrong clocks: each seat's history is searched for a legal order. */
async function weather() {
  const { runStorm } = await import("./storm/storm");
  const dbs = [createDb({ url: server.url, poolSize: 4 }), createDb({ url: server.url, poolSize: 4 })];
  // Connections are killed on purpose: what the driver has to say of it is no news.
  process.on("uncaughtException", (error) => {
    if (!/terminating connection|Connection terminated/.test(error.message)) throw error;
  });
  const run = async (seed: number, number: number, ops: number) => {
    const sky = { jobs: number % 3, killEvery: number % 2 ? 25 : 0 };
    const report = await runStorm({ dbs, admin, seed, ops, buyers: Number(values.buyers), seats: Number(values.seats), ...sky });
    const { violations, ...figures } = report;
    return { figures: { ...figures, ...sky, violations: violations.length }, faults: [...violations, ...report.broken] };
  };
  return { dbs, run };
}

async function deadlocks() {
  const { runDeadlockStorm } = await import("./deadlocks/storm");
  const run = async (seed: number, _number: number, ops: number) => {
    // A coupon's code stands for one coupon: each round begins in an empty shop.
    await admin.$executeRawUnsafe(`TRUNCATE "User", "Venue", "Coupon", "SandboxRecord", "Seat", "SeatHold" CASCADE`);
    const report = await runDeadlockStorm({ admin, url: server.url, seed, ops });
    const faults = [...report.faults, ...report.broken, ...(report.deadlocks ? [`${report.deadlocks} deadlocks`] : [])];
    return { figures: report, faults };
  };
  return { dbs: [], run };
}
