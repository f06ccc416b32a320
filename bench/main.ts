import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { build, isBuilt } from "~/cli/build";
import { freePort, startEmbeddedPostgres } from "~/cli/embedded-postgres";
import { appVariables } from "~/cli/environment";
import { localSecrets } from "~/cli/data-dir";
import { lockDataDir } from "~/cli/lock";
import { startWeb } from "~/cli/web";
import { deployApart } from "~/cli/deploy-apart";

/**
 * `npm run bench -- [--json] [--rounds 5] [--quick] [--only hold,front,rest,seatMap,search,organizer,door,pages,lighthouse]`: on an embedded PostgreSQL of its own with
 * fsync on, and the built shop. What is measured is a ratio within this run where that is possible; the machine's
 * noise is in both of its sides.
 */
const { values } = parseArgs({
  options: {
    json: { type: "boolean" },
    rounds: { type: "string", default: "5" },
    quick: { type: "boolean" },
    only: { type: "string" },
  },
});
const wanted = (part: string) => !values.only || values.only.split(",").includes(part);
const say = (line: string) => void process.stderr.write(`${line}\n`);
const dataDir = await mkdtemp(path.join(tmpdir(), "aisle-bench-"));
await lockDataDir(dataDir, "A benchmark");
const postgres = await startEmbeddedPostgres({ dataDir, durable: true, say });
await deployApart({ databaseUrl: postgres.url });
if (!isBuilt()) {
  say("Building the shop ...");
  await build({ quiet: true });
}
const secrets = await localSecrets(dataDir);
const port = await freePort();
process.env.PORT = String(port);
// A crowd has an address each, as behind a proxy.
const variables = { ...appVariables({ databaseUrl: postgres.url, dataDir, secrets }, false), TRUST_PROXY: "1" };
Object.assign(process.env, variables, { LOG_LEVEL: "silent" });
const web = await startWeb({ port, variables: { ...variables, LOG_LEVEL: "silent" } });

const figures: Record<string, unknown> = {};
try {
  if (wanted("hold")) {
    const hold = await import("./hold/run");
    Object.assign(
      figures,
      await hold.run({
        databaseUrl: postgres.url,
        baseUrl: `http://localhost:${port}`,
        secret: process.env.NEXTAUTH_SECRET ?? "",
        rounds: values.quick ? 1 : Number(values.rounds),
        roundMs: values.quick ? 1_000 : 3_000,
        sizes: values.quick
          ? { seatsToSell: 300, controlSeats: 100, paidPurchases: 48 }
          : { seatsToSell: 10_000, controlSeats: 1_000, paidPurchases: 300 },
        say,
      }),
    );
  }
  if (wanted("front")) {
    const front = await import("./front/run");
    const nextPort = await freePort();
    const next = await startWeb({ port: nextPort, by: "next", variables: { ...variables, LOG_LEVEL: "silent" } });
    const sizes = values.quick ? { rounds: 1, roundMs: 1_000, buyers: 1_000, idle: 400 } : { rounds: Number(values.rounds), roundMs: 3_000, buyers: 5_000, idle: 2_000 };
    const secret = process.env.NEXTAUTH_SECRET ?? "";
    Object.assign(figures, await front.run({ databaseUrl: postgres.url, port, nextPort, secret, ...sizes, say }));
    await next.stop();
  }
  if (wanted("rest")) {
    const rest = await import("./rest/run");
    const sizes = values.quick ? { rounds: 1, roundMs: 1_000 } : { rounds: Number(values.rounds), roundMs: 3_000 };
    const secret = process.env.NEXTAUTH_SECRET ?? "";
    Object.assign(figures, await rest.run({ databaseUrl: postgres.url, baseUrl: `http://localhost:${port}`, secret, ...sizes, say }));
  }
  if (wanted("seatMap")) {
    const seatMap = await import("./seat-map/run");
    const url = `http://localhost:${port}`;
    Object.assign(figures, await seatMap.run({ url, databaseUrl: postgres.url, quick: values.quick, say }));
  }
  if (wanted("search")) {
    const search = await import("./search/run");
    Object.assign(figures, await search.run({ databaseUrl: postgres.url, quick: values.quick, say }));
  }
  if (wanted("door")) {
    const door = await import("./door/run");
    const baseUrl = `http://localhost:${port}`;
    Object.assign(figures, await door.run({ databaseUrl: postgres.url, baseUrl, quick: values.quick, say }));
  }
  if (wanted("pages")) {
    const pages = await import("./pages/run");
    Object.assign(figures, await pages.run({ databaseUrl: postgres.url, baseUrl: `http://localhost:${port}`, say }));
  }
  // Fetches a tool: only where it is named.
  if (values.only?.split(",").includes("lighthouse")) {
    const lighthouse = await import("./pages/lighthouse");
    Object.assign(figures, await lighthouse.run({ databaseUrl: postgres.url, baseUrl: `http://localhost:${port}`, rounds: values.quick ? 1 : 3, say }));
  }
  if (wanted("organizer")) {
    const organizer = await import("./organizer/run");
    Object.assign(figures, await organizer.run({ databaseUrl: postgres.url, times: values.quick ? 5 : 20, say }));
  }
} finally {
  await web.stop();
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
}
if (!values.json)
  console.table(Object.fromEntries(Object.entries(figures).filter(([, value]) => typeof value === "number")));
console.log(JSON.stringify(figures, null, values.json ? 0 : 2));
process.exit(0);
