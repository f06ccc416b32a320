import { spawnSync } from "node:child_process";
import { stat } from "node:fs/promises";
import { StartError } from "~/cli/start-error";

/** The system user the database runs as; undefined: as ourselves, which is every case but root. */
export type Account = { uid: number; gid: number } | undefined;

function lookUp(name: string): Account {
  const id = (flag: string) => Number(spawnSync("id", [flag, name], { encoding: "utf8" }).stdout || NaN);
  const [uid, gid] = [id("-u"), id("-g")];
  return Number.isInteger(uid) && Number.isInteger(gid) ? { uid, gid } : undefined;
}

/**
 * PostgreSQL refuses to run as root, so root lends it a user: the owner of a cluster that is there already,
 * else `postgres` (made where it is missing), else `nobody`.
 *
 * @throws StartError where the system has no such user and lets none be made.
 */
export async function chooseAccount(cluster: string): Promise<Account> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(cluster).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const existing = lookUp("postgres");
  if (existing) return existing;
  spawnSync("useradd", ["--system", "--user-group", "--shell", "/bin/false", "postgres"]);
  if (!lookUp("postgres")) spawnSync("adduser", ["-S", "-D", "-H", "postgres"]);
  const account = lookUp("postgres") ?? lookUp("nobody");
  if (account) return account;
  throw new StartError(
    "PostgreSQL does not run as root and no user could be made for it: start Aisle as an ordinary user, or set DATABASE_URL.",
  );
}

/** Runs a shell test such as `cd "$1"` as the account. */
export function accountCan(account: Account, test: string, ...values: string[]): boolean {
  return spawnSync("/bin/sh", ["-c", test, "sh", ...values], { ...account, cwd: "/" }).status === 0;
}
