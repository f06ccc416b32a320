import { rm } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { Client } from "pg";
import { localSecrets, readJson, writePrivate } from "~/cli/data-dir";
import { chooseAccount } from "~/cli/postgres/account";
import { initialiseCluster, SUPERUSER } from "~/cli/postgres/initialise";
import { stopLeftover } from "~/cli/postgres/leftover";
import { choosePlace } from "~/cli/postgres/place";
import { startServer } from "~/cli/postgres/server";
import { say, type Say } from "~/cli/say";

export type EmbeddedPostgres = {
  /** Of the database `aisle`, with a user that may create databases. */
  url: string;
  /** The server's process, for whoever wants to know when it ends. */
  process: import("node:child_process").ChildProcess;
  /** Stops the server and returns when it has ended. Safe to call twice. */
  stop: () => Promise<void>;
  /** Stops the server and deletes its data, wherever it is kept. */
  remove: () => Promise<void>;
};

const portFile = (dataDir: string) => path.join(dataDir, "database.json");

function urlFor(port: number, password: string, database: string): string {
  return `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
}

/** The address of the server that was started last on this data folder, whether or not it still runs. */
export async function lastDatabaseUrl(dataDir: string): Promise<string | undefined> {
  const kept = await readJson<{ port: number }>(portFile(dataDir));
  if (!kept) return undefined;
  return urlFor(kept.port, (await localSecrets(dataDir)).databasePassword, "aisle");
}

/**
 * A real PostgreSQL 18 under `dataDir`: installed at the first start, on 127.0.0.1 alone, on a port that it
 * keeps as long as it is free. Hold the data folder's lock (`lockDataDir`) or use a folder nobody else knows.
 *
 * @param options.durable false only for data that is thrown away
 * @throws StartError with a sentence for the person at the terminal
 */
export async function startEmbeddedPostgres(options: {
  dataDir: string;
  durable?: boolean;
  say?: Say;
}): Promise<EmbeddedPostgres> {
  const { dataDir, durable = true, say: tell = say } = options;
  const { databasePassword } = await localSecrets(dataDir);
  const place = await choosePlace(dataDir, chooseAccount);
  if (place.movedTo) {
    tell(`  The database's user can't enter ${dataDir}, so the database is kept in ${place.movedTo}`);
  }
  await stopLeftover(place.cluster, tell);
  await initialiseCluster(place, databasePassword);

  const port = await freePort((await readJson<{ port: number }>(portFile(dataDir)))?.port);
  await writePrivate(portFile(dataDir), { port });
  const connection = urlFor(port, databasePassword, "postgres");
  const logFile = path.join(dataDir, "postgres.log");
  const server = await startServer(place, { port, durable, logFile, connection });
  await ensureDatabase(connection, "aisle");
  const remove = async () => {
    await server.stop();
    await rm(place.movedTo ?? place.cluster, { recursive: true, force: true });
  };
  return { url: urlFor(port, databasePassword, "aisle"), process: server.process, stop: server.stop, remove };
}

/** A port on 127.0.0.1 that nobody listens on: `wanted` if it is free, else any. */
export function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => (wanted === 0 ? reject(error) : resolve(freePort())));
    probe.listen(wanted, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

async function ensureDatabase(connectionString: string, name: string): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
