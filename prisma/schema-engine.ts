import { readFile, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { Pool } from "pg";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";

/**
 * Prisma's own schema engine, as WebAssembly: the same that `prisma migrate` downloads as a binary, so the two
 * may take turns on one database. See docs/decisions/migrations-without-a-download.md.
 */
export type Engine = bindings.SchemaEngine;

const here = path.dirname(fileURLToPath(import.meta.url));
export const MIGRATIONS = path.join(here, "migrations");
const SCHEMA = path.join(here, "schema.prisma");

/** Nothing in this database is managed by anybody else. */
export const FILTERS = { externalTables: [], externalEnums: [] };

/**
 * What the engine asks of JavaScript. It races its lock against a timer of 10 s that it never clears, which would
 * keep a finished process waiting: timers are not to count.
 */
function imports(): WebAssembly.ModuleImports {
  const named = Object.entries(bindings as unknown as Record<string, (...values: never[]) => unknown>);
  return Object.fromEntries(
    named.map(([name, call]) => {
      if (!name.startsWith("__wbg_setTimeout")) return [name, call];
      return [name, (...values: never[]) => (call(...values) as NodeJS.Timeout).unref()];
    }),
  );
}

type Raw = { __wbg_set_wasm(exports: unknown): void };

let loaded: Promise<void> | undefined;

async function load(): Promise<void> {
  const file = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = await readFile(file.replace(/\.js$/, ".wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": imports() });
  (bindings as unknown as Raw).__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
}

/**
 * The adapter cuts a script at every semicolon, also inside functions and comments. A script sent whole is what
 * the binary engine sends: PostgreSQL takes it apart itself, in one implicit transaction.
 */
class WholeScripts extends PrismaPg {
  override async connect() {
    return sendWhole(await super.connect());
  }

  override async connectToShadowDb() {
    return sendWhole(await super.connectToShadowDb());
  }
}

function sendWhole<Adapter extends Awaited<ReturnType<PrismaPg["connect"]>>>(adapter: Adapter): Adapter {
  adapter.executeScript = async (sql) => void (await adapter.executeRaw({ sql, args: [], argTypes: [] }));
  return adapter;
}

/** Opens the engine on a database for as long as the work takes; no connection outlives it. */
export async function withEngine<T>(databaseUrl: string, work: (engine: Engine) => Promise<T>): Promise<T> {
  await (loaded ??= load());
  const pool = new Pool({ connectionString: databaseUrl, max: 1 });
  pool.on("error", () => undefined);
  const adapter = bindMigrationAwareSqlAdapterFactory(new WholeScripts(pool));
  const { files } = await readSchema();
  const datamodels = files.map((file): [string, string] => [file.path, file.content]);
  const engine = await bindings.SchemaEngine.new({ datamodels }, () => undefined, adapter);
  try {
    return await work(engine);
  } finally {
    engine.free();
    await pool.end();
  }
}

/** prisma/schema.prisma, in the engine's words. */
export async function readSchema() {
  return { files: [{ path: SCHEMA, content: await readFile(SCHEMA, "utf8") }] };
}

/** prisma/migrations, in the engine's words. `baseDir` is exchanged by tests. */
export async function readMigrations(baseDir = MIGRATIONS) {
  const entries = await readdir(baseDir, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const content = async (name: string) => {
    try {
      return { tag: "ok" as const, value: await readFile(path.join(baseDir, name, "migration.sql"), "utf8") };
    } catch (error) {
      return { tag: "error" as const, value: (error as Error).message };
    }
  };
  return {
    baseDir,
    lockfile: {
      path: "migration_lock.toml",
      content: await readFile(path.join(baseDir, "migration_lock.toml"), "utf8").catch(() => null),
    },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(
      names.sort().map(async (name) => ({
        path: name,
        migrationFile: { path: "migration.sql", content: await content(name) },
      })),
    ),
  };
}
