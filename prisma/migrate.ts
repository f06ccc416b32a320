import { randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Client } from "pg";
import { FILTERS, MIGRATIONS, readMigrations, readSchema, withEngine } from "./schema-engine";

type Options = { databaseUrl: string; migrationsDir?: string };

/**
 * Applies what is not applied yet; several at once wait for one another (an advisory lock, `prisma migrate`'s own).
 *
 * @returns the names of the migrations it applied, none when there was nothing to do.
 * @throws Error with the engine's words: a migration that failed, or one that was edited after it was applied.
 */
export async function deploy({ databaseUrl, migrationsDir }: Options): Promise<string[]> {
  const migrationsList = await readMigrations(migrationsDir);
  return withEngine(databaseUrl, async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: FILTERS });
    return appliedMigrationNames;
  });
}

/** How a database stands to the migrations: one line for a person, and whether there is anything to do. */
export async function status({
  databaseUrl,
  migrationsDir,
}: Options): Promise<{ upToDate: boolean; text: string }> {
  const migrationsList = await readMigrations(migrationsDir);
  const found = await withEngine(databaseUrl, (engine) =>
    engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters: FILTERS }),
  );
  const lines: string[] = [];
  const list = (names: string[]) => names.join(", ");
  if (found.failedMigrationNames.length) lines.push(`Failed: ${list(found.failedMigrationNames)}`);
  if (found.editedMigrationNames.length)
    lines.push(`Edited after applying: ${list(found.editedMigrationNames)}`);
  const { history } = found;
  if (history && "unappliedMigrationNames" in history)
    lines.push(`Not applied: ${list(history.unappliedMigrationNames)}`);
  if (history && "unpersistedMigrationNames" in history)
    lines.push(`Applied but not in prisma/migrations: ${list(history.unpersistedMigrationNames)}`);
  const count = migrationsList.migrationDirectories.length;
  return { upToDate: lines.length === 0, text: lines.join("\n") || `All ${count} migrations are applied.` };
}

/**
 * Writes the SQL that leads from the migrations to schema.prisma, for a person to read and complete (fillfactor,
 * partial indexes). Works in a database of its own on the same server and applies nothing.
 *
 * @returns the new file, or undefined where the schema asks for nothing new.
 */
export async function create(
  name: string,
  {
    databaseUrl,
    migrationsDir = MIGRATIONS,
    schemaFile,
    now = new Date(),
  }: Options & { schemaFile?: string; now?: Date },
): Promise<string | undefined> {
  const word = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_|_$/g, "");
  const schema = await readSchema(schemaFile);
  const difference = await inShadowDatabase(databaseUrl, async (shadowUrl) => {
    await deploy({ databaseUrl: shadowUrl, migrationsDir });
    const from = { tag: "schemaDatasource" as const, ...schema, configDir: migrationsDir };
    const to = { tag: "schemaDatamodel" as const, ...schema };
    return withEngine(shadowUrl, (engine) =>
      engine.diff({ from, to, script: true, exitCode: true, filters: FILTERS }),
    );
  });
  // As `prisma migrate diff --exit-code` has it: 0 is no difference, 2 is one.
  if (difference.exitCode === 0) return undefined;
  const stamp = now.toISOString().replace(/\D/g, "").slice(0, 14);
  const file = path.join(migrationsDir, `${stamp}_${word}`, "migration.sql");
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, difference.stdout ?? "");
  return file;
}

async function inShadowDatabase<T>(databaseUrl: string, work: (shadowUrl: string) => Promise<T>): Promise<T> {
  const shadow = `aisle_shadow_${randomBytes(6).toString("hex")}`;
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${shadow}`);
    return await work(Object.assign(new URL(databaseUrl), { pathname: `/${shadow}` }).href);
  } finally {
    await client.query(`DROP DATABASE IF EXISTS ${shadow} WITH (FORCE)`);
    await client.end();
  }
}

/** Empties the database, of data and of tables, and applies every migration anew. */
export async function reset({ databaseUrl, migrationsDir }: Options): Promise<string[]> {
  await withEngine(databaseUrl, (engine) => engine.reset({ filter: FILTERS }));
  return deploy({ databaseUrl, migrationsDir });
}

const USAGE = "Usage: npm run db:migrate -- deploy | status | create NAME | reset";

async function main([command = "deploy", name]: string[]): Promise<number> {
  const { withDatabase } = await import("../src/cli/with-database");
  return withDatabase(async (databaseUrl) => {
    switch (command) {
      case "deploy": {
        const applied = await deploy({ databaseUrl });
        console.log(applied.length ? `Applied: ${applied.join(", ")}` : "Nothing to apply.");
        return 0;
      }
      case "status": {
        const { upToDate, text } = await status({ databaseUrl });
        console.log(text);
        return upToDate ? 0 : 1;
      }
      case "create": {
        if (!name) break;
        const file = await create(name, { databaseUrl });
        console.log(
          file ? `Written, to be read before it is applied: ${file}` : "The schema asks for nothing new.",
        );
        return 0;
      }
      case "reset":
        console.log(`Emptied, then applied: ${(await reset({ databaseUrl })).join(", ")}`);
        return 0;
    }
    console.log(USAGE);
    return 2;
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { runCommand } = await import("../src/cli/with-database");
  await runCommand(() => main(process.argv.slice(2)));
}
