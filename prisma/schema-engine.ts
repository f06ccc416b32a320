import { readFile, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum, bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { Pool, type QueryConfig, type QueryResult } from "pg";
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

/** Timers the engine has set, and engines at work. */
const timers = new Set<NodeJS.Timeout>();
let working = 0;

/**
 * What the engine asks of JavaScript. It races its lock against a timer of 10 s that it never clears, which would
 * keep a finished process waiting, and in one that lives on wakes what is no longer there: the engine then panics and
 * takes the process with it. So timers do not count, and end with the work.
 */
function imports(): WebAssembly.ModuleImports {
  const named = Object.entries(bindings as unknown as Record<string, (...values: never[]) => unknown>);
  return Object.fromEntries(
    named.map(([name, call]) => {
      if (!name.startsWith("__wbg_setTimeout")) return [name, call];
      return [
        name,
        (...values: never[]) => {
          const timer = (call(...values) as NodeJS.Timeout).unref();
          timers.add(timer);
          return timer;
        },
      ];
    }),
  );
}

type Raw = { __wbg_set_wasm(exports: unknown): void };

// One engine a process: its bindings are one module, however often this file is loaded (once a project of a test run).
const shared = globalThis as { aisleSchemaEngine?: Promise<void> };

async function load(): Promise<void> {
  // Where the engine leaves its last words.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (words: string) => console.error(words) },
  });
  const file = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = await readFile(file.replace(/\.js$/, ".wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": imports() });
  (bindings as unknown as Raw).__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
}

const INTERNAL_CHAR = 18;
const TEXT = 25;

/**
 * Prisma's adapter, with what the schema engine needs of it and queries never do:
 * - a script goes to the server whole. The adapter cuts it at every semicolon, also inside functions and comments;
 * - PostgreSQL's one-byte "char", in which the catalogue says what kind a thing is, is read as a character.
 */
class MigrationAdapter extends PrismaPg {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    super(pool);
    this.#pool = pool;
  }

  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (sql) => void (await adapter.executeRaw({ sql, args: [], argTypes: [] }));

    // One connection and one caller: the answer looked at last is the one being read.
    let characters: number[] = [];
    const query = this.#pool.query.bind(this.#pool) as (config: QueryConfig) => Promise<QueryResult>;
    const watched = async (config: QueryConfig) => {
      const result = await query(config);
      const fields = result.fields ?? [];
      characters = fields.flatMap((field, index) => (field.dataTypeID === INTERNAL_CHAR ? [index] : []));
      for (const index of characters) fields[index]!.dataTypeID = TEXT;
      return result;
    };
    Object.assign(this.#pool, { query: watched });
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (params) => {
      const result = await queryRaw(params);
      for (const index of characters) result.columnTypes[index] = ColumnTypeEnum.Character;
      return result;
    };
    return adapter;
  }

  /** The adapter's own hands out the database itself wherever it was given an address. */
  override connectToShadowDb(): never {
    throw new Error("The shadow database is made in migrate.ts.");
  }
}

/** Opens the engine on a database for as long as the work takes; no connection outlives it. */
export async function withEngine<T>(databaseUrl: string, work: (engine: Engine) => Promise<T>): Promise<T> {
  await (shared.aisleSchemaEngine ??= load());
  const pool = new Pool({ connectionString: databaseUrl, max: 1 });
  pool.on("error", () => undefined);
  const adapter = bindMigrationAwareSqlAdapterFactory(new MigrationAdapter(pool));
  const { files } = await readSchema();
  const datamodels = files.map((file): [string, string] => [file.path, file.content]);
  const engine = await bindings.SchemaEngine.new({ datamodels }, () => undefined, adapter);
  working++;
  try {
    return await work(engine);
  } finally {
    working--;
    if (working === 0) {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    }
    await pool.end();
  }
}

/** prisma/schema.prisma, in the engine's words. `file` is exchanged by tests. */
export async function readSchema(file = SCHEMA) {
  return { files: [{ path: file, content: await readFile(file, "utf8") }] };
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
