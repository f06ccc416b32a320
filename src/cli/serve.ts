import { appVariables, checkVariables, isProduction } from "~/cli/environment";
import { build, isBuilt } from "~/cli/build";
import { startCron } from "~/cli/cron";
import { localSecrets, openDataDir } from "~/cli/data-dir";
import { assertReachable, demoAccounts, isEmpty } from "~/cli/demo";
import { loadDotEnv } from "~/cli/dotenv";
import { lockDataDir } from "~/cli/lock";
import { say, step } from "~/cli/say";
import { ServedDatabase } from "~/cli/served-database";
import { Shutdown } from "~/cli/shutdown";
import { assertPortFree, ownAddress, startWeb } from "~/cli/web";
import { deployApart } from "~/cli/deploy-apart";

/** `npm start` and `npm run dev`: the whole product, from nothing to an address that opens. */
async function serve(dev: boolean, shutdown: Shutdown): Promise<void> {
  loadDotEnv();
  const given = checkVariables(appVariables({ dataDir: process.env.DATA_DIR || ".data" }, dev));
  const { PORT: port, DATA_DIR } = given;
  // A shop on somebody's own machine has accounts whose passwords everybody knows: nobody else may come to it.
  const host = given.HOST ?? (isProduction() ? undefined : "127.0.0.1");
  await assertPortFree(port, host);
  const dataDir = await openDataDir(DATA_DIR);
  say(`Aisle starts; its data is in ${dataDir}`);

  const databaseUrl = process.env.DATABASE_URL || (await ownDatabase(dataDir, shutdown));
  if (process.env.DATABASE_URL) await step("Looking for the database", () => assertReachable(databaseUrl));
  await step("Migrating the database", () => deployApart({ databaseUrl }));
  if (!isProduction() && (await isEmpty(databaseUrl))) {
    const { seed } = await import("../../prisma/seed");
    await step("Filling the shop with demo data", () => seed({ databaseUrl }));
  }
  if (!dev && !isBuilt())
    await step("Building the shop (about a minute, once)", () => build({ quiet: true }));

  const secrets = isProduction() ? undefined : await localSecrets(dataDir);
  const variables = appVariables({ databaseUrl, dataDir, secrets }, dev);
  const { CRON_SECRET, APP_URL } = checkVariables(variables);
  const web = await step("Starting the web server", () => startWeb({ port, host, by: dev ? "dev" : "front", variables }));
  shutdown.add(web.stop);
  shutdown.endWith(web.process, "The web server");
  if (!dev) shutdown.onHangup(() => void web.process.kill("SIGHUP"));
  if (CRON_SECRET) shutdown.add(startCron({ address: ownAddress({ port, host }), secret: CRON_SECRET, say }));

  say(`\nAisle is open: ${APP_URL}`);
  const accounts = isProduction() ? [] : await demoAccounts(databaseUrl);
  if (accounts.length > 0) say(`Demo accounts, password aisle-demo-1: ${accounts.join(", ")}`);
  say("Ctrl-C stops it.\n");
}

async function ownDatabase(dataDir: string, shutdown: Shutdown): Promise<string> {
  const unlock = await lockDataDir(dataDir, "Aisle");
  shutdown.add(unlock);
  const database = new ServedDatabase(dataDir);
  shutdown.add(() => database.stop());
  return database.start((reason) => void shutdown.fail(reason));
}

const shutdown = new Shutdown();
shutdown.listen();
try {
  await serve(process.argv.includes("--dev"), shutdown);
} catch (error) {
  await shutdown.fail(error);
}
