import { chmod, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbeddedPostgres, type EmbeddedPostgres } from "~/cli/embedded-postgres";
import { holderOf, lockDataDir } from "~/cli/lock";

const PREFIX = "aisle-temporary-";
/** Another start at this moment has a folder and not yet its lock. */
const GRACE_MS = 60_000;

/**
 * A server of its own with nothing in it, for work that is thrown away: `remove` it at the end. What starts that
 * were killed left behind is deleted first; their servers have stopped by themselves.
 *
 * @param options.durable true where the figures are to be those of the product
 */
export async function startTemporaryPostgres(options: { durable?: boolean } = {}): Promise<EmbeddedPostgres> {
  await sweep();
  const dataDir = await makeOpenFolder();
  await lockDataDir(dataDir, "A temporary database");
  const { durable = false } = options;
  const server = await startEmbeddedPostgres({ dataDir, durable, say: () => undefined });
  const remove = async () => {
    await server.remove();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { ...server, remove };
}

/** A temporary folder that the database's user may enter also where we are root. */
async function makeOpenFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), PREFIX));
  await chmod(folder, 0o755);
  return folder;
}

async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue;
    const folder = path.join(tmpdir(), name);
    const made = await stat(folder).catch(() => undefined);
    if (!made || Date.now() - made.mtimeMs < GRACE_MS || (await holderOf(folder))) continue;
    // Not ours to delete where another user made it.
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}
