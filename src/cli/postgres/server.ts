import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, openSync, readFileSync, statSync } from "node:fs";
import type { Socket } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import type { Place } from "~/cli/postgres/place";
import { serverSettings } from "~/cli/postgres/settings";
import { StartError } from "~/cli/start-error";

/**
 * Starts the server with a guard beside it: pipe 3 closes when we end, however we end (kill -9 too), and the
 * guard then stops the server. The guard is nobody's child, because a postmaster takes an unknown child's end
 * for a crash; and it stops only the process that the cluster's own pid file names.
 */
const GUARDED = `
data=$1; shift; me=$$
( ( read -r _ <&3; [ "$(head -n 1 "$data/postmaster.pid")" = "$me" ] && kill -INT "$me" ) >/dev/null 2>&1 & )
exec "$@" 3<&-`;

export type Server = { process: ChildProcess; stop: () => Promise<void> };

/** The command line of a server; exported for the test that leaves one behind. */
export function serverCommand(place: Place, port: number, durable: boolean): [string, ...string[]] {
  const settings = Object.entries(serverSettings(port, durable)).flatMap(([name, value]) => [
    "-c",
    `${name}=${value}`,
  ]);
  return [path.join(place.bin, "postgres"), "-D", place.cluster, ...settings];
}

/**
 * Starts a server on a cluster and returns when it answers. It writes its log to `logFile`.
 *
 * @throws StartError where it ends before it answers, with what it said last.
 */
export async function startServer(
  place: Place,
  options: { port: number; durable: boolean; logFile: string; connection: string },
): Promise<Server> {
  const tooLong = (statSync(options.logFile, { throwIfNoEntry: false })?.size ?? 0) > 10_000_000;
  const log = openSync(options.logFile, tooLong ? "w" : "a", 0o600);
  const child: ChildProcess = spawn(
    "/bin/sh",
    ["-c", GUARDED, "sh", place.cluster, ...serverCommand(place, options.port, options.durable)],
    {
      ...place.account,
      cwd: "/",
      env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
      // A session of its own: Ctrl-C reaches us alone, and we stop the app before its database.
      detached: true,
      stdio: ["ignore", log, log, "pipe"],
    },
  );
  closeSync(log);
  child.unref();
  const guard = child.stdio[3] as unknown as Socket;
  guard.unref();
  child.on("exit", () => guard.destroy());
  let failed: string | undefined;
  child.on("error", (error) => (failed = error.message));
  child.on("exit", (code) => (failed ??= `it ended with code ${code}`));

  for (let waited = 0; failed === undefined; waited += 50) {
    if (await answers(options.connection)) return { process: child, stop: () => stopServer(child) };
    if (waited > 120_000) failed = "it does not answer";
    await sleep(50);
  }
  await stopServer(child);
  const last = readFileSync(options.logFile, "utf8").trim().split("\n").slice(-3).join(" | ");
  throw new StartError(`The database did not start: ${failed}. ${last} (${options.logFile})`);
}

async function answers(connectionString: string): Promise<boolean> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    // 57P03: starting up. Anything else that the server itself says will not change by waiting.
    const code = (error as { code?: string }).code;
    if (code === "28P01")
      throw new StartError("The database does not take the password kept in DATA_DIR/secrets.json.");
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Stops a server and waits for its end: open sessions are rolled back; after 20 s less politely. */
async function stopServer(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || !child.pid) return;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGINT");
  const impatient = setTimeout(() => child.kill("SIGQUIT"), 20_000);
  await ended;
  clearTimeout(impatient);
}
