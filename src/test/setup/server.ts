import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbeddedPostgres } from "~/cli/embedded-postgres";
import { holderOf, lockDataDir } from "~/cli/lock";
import { deploy } from "../../../prisma/migrate";
import { query } from "./query";

declare module "vitest" {
  export interface ProvidedContext {
    /** The address of the migrated, empty database that workers copy. */
    templateUrl: string;
  }
}

const PREFIX = "aisle-test-";
/** Another run that begins at this moment has a folder and not yet its lock. */
const GRACE_MS = 60_000;

/** One PostgreSQL for the whole run, thrown away with it; one migrated template for the workers' databases. */
export default async function setup(project: TestProject) {
  await sweep();
  const dataDir = await mkdtemp(path.join(tmpdir(), PREFIX));
  await lockDataDir(dataDir, "A test run");
  const server = await startEmbeddedPostgres({ dataDir, durable: false, say: () => undefined });
  const templateUrl = withDatabase(server.url, "template");
  await query(server.url, "CREATE DATABASE template");
  await deploy({ databaseUrl: templateUrl });
  project.provide("templateUrl", templateUrl);
  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}

function withDatabase(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: `/${name}` }).href;
}

/** Removes what runs that were killed left behind; their servers stop by themselves. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue;
    const folder = path.join(tmpdir(), name);
    const age = Date.now() - ((await stat(folder).catch(() => undefined))?.mtimeMs ?? Date.now());
    if (age > GRACE_MS && !(await holderOf(folder))) await rm(folder, { recursive: true, force: true });
  }
}
