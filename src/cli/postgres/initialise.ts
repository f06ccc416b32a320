import { spawn } from "node:child_process";
import { chown, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { makeOwnFolder, type Place } from "~/cli/postgres/place";
import { StartError } from "~/cli/start-error";

export const SUPERUSER = "aisle";

/**
 * Makes the cluster where there is none. It is made beside its place and moved there when whole, so that a
 * killed start leaves no half of one.
 *
 * Text is compared by code point (the builtin C.UTF-8), the same on every machine and fast for keys.
 *
 * @throws StartError where the cluster is of another PostgreSQL version, or can't be made.
 */
export async function initialiseCluster(place: Place, password: string): Promise<void> {
  const version = await readFile(path.join(place.cluster, "PG_VERSION"), "utf8").catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new StartError(
      `The database in ${place.cluster} belongs to another user: start Aisle as that user.`,
    );
  });
  if (version !== undefined) {
    if (version.trim() === "18") return;
    throw new StartError(
      `The database in ${place.cluster} is of PostgreSQL ${version.trim()}; this Aisle brings 18.`,
    );
  }
  const half = `${place.cluster}.new`;
  const passwordFile = `${half}/../.initdb-${process.pid}`;
  await rm(half, { recursive: true, force: true });
  await makeOwnFolder(half, place.account);
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (place.account) await chown(passwordFile, place.account.uid, place.account.gid);
  try {
    await initdb(place, half, passwordFile);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(half, place.cluster);
}

function initdb(place: Place, folder: string, passwordFile: string): Promise<void> {
  const flags = [
    `--pgdata=${folder}`,
    `--pwfile=${path.resolve(passwordFile)}`,
    `--username=${SUPERUSER}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-instructions",
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(path.join(place.bin, "initdb"), flags, {
      ...place.account,
      cwd: "/",
      stdio: ["ignore", "ignore", "pipe"],
    });
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.on("error", (error) =>
      reject(new StartError(`The database could not be installed: ${error.message}.`)),
    );
    child.on("close", (code) => {
      if (code === 0) resolve();
      else
        reject(
          new StartError(`The database could not be installed: ${said.trim().split("\n").at(-1) ?? code}`),
        );
    });
  });
}
