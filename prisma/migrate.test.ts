import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { query } from "../src/test/setup/query";
import { create, deploy, reset, status } from "./migrate";
import { MIGRATIONS } from "./schema-engine";

const address = (name: string) =>
  Object.assign(new URL(inject("templateUrl")), { pathname: `/${name}` }).href;
const name = `migrate_${process.pid}`;
const databaseUrl = address(name);
let migrationsDir: string;

beforeEach(async () => {
  await query(address("postgres"), `CREATE DATABASE ${name}`);
  migrationsDir = path.join(await mkdtemp(path.join(tmpdir(), "aisle-migrations-")), "migrations");
  await mkdir(migrationsDir);
  await addMigration("20260101000000_first", "CREATE TABLE thing (id text PRIMARY KEY);");
});

afterEach(async () => {
  await query(address("postgres"), `DROP DATABASE ${name} WITH (FORCE)`);
  await rm(path.dirname(migrationsDir), { recursive: true });
});

async function addMigration(folder: string, sql: string): Promise<void> {
  await mkdir(path.join(migrationsDir, folder), { recursive: true });
  await writeFile(path.join(migrationsDir, folder, "migration.sql"), sql);
}

const shadows = async () =>
  (await query(address("postgres"), "SELECT datname FROM pg_database WHERE datname LIKE 'aisle_shadow%'"))
    .rowCount;

describe("deploy", () => {
  it("applies once, and writes down what `prisma migrate` would", async () => {
    expect(await deploy({ databaseUrl, migrationsDir })).toEqual(["20260101000000_first"]);
    expect(await deploy({ databaseUrl, migrationsDir })).toEqual([]);
    const { rows } = await query(databaseUrl, "SELECT * FROM _prisma_migrations");
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      migration_name: "20260101000000_first",
      applied_steps_count: 1,
      checksum: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      rolled_back_at: null,
    });
    expect(rows[0].finished_at).toBeInstanceOf(Date);
  });

  it("lets two starts at once wait for one another", async () => {
    const applied = await Promise.all([1, 2, 3].map(() => deploy({ databaseUrl, migrationsDir })));
    expect(applied.flat()).toEqual(["20260101000000_first"]);
  });

  it("leaves semicolons in functions and comments alone", async () => {
    await addMigration(
      "20260102000000_function",
      `-- a comment; with a semicolon
       CREATE FUNCTION answer() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 42; END $$;`,
    );
    await deploy({ databaseUrl, migrationsDir });
    expect((await query(databaseUrl, "SELECT answer()")).rows).toEqual([{ answer: 42 }]);
  });

  it("stops at a migration that fails and leaves nothing of it", async () => {
    await addMigration("20260102000000_broken", "CREATE TABLE other (id int); SELECT no_such_thing;");
    await expect(deploy({ databaseUrl, migrationsDir })).rejects.toThrow(/no_such_thing/);
    expect((await query(databaseUrl, "SELECT to_regclass('other')")).rows).toEqual([{ to_regclass: null }]);
    expect((await status({ databaseUrl, migrationsDir })).text).toBe("Failed: 20260102000000_broken");
    await expect(deploy({ databaseUrl, migrationsDir })).rejects.toThrow(/20260102000000_broken/);
  });
});

describe("status", () => {
  it("tells what is missing, and what was changed afterwards", async () => {
    await deploy({ databaseUrl, migrationsDir });
    expect(await status({ databaseUrl, migrationsDir })).toEqual({
      upToDate: true,
      text: "All 1 migrations are applied.",
    });
    await addMigration("20260102000000_second", "SELECT 1;");
    expect((await status({ databaseUrl, migrationsDir })).text).toBe("Not applied: 20260102000000_second");
    await addMigration("20260101000000_first", "CREATE TABLE thing (id int);");
    const { upToDate, text } = await status({ databaseUrl, migrationsDir });
    expect(upToDate).toBe(false);
    expect(text).toContain("Edited after applying: 20260101000000_first");
  });
});

describe("create", () => {
  const schemaWith = async (models: string) => {
    const file = path.join(path.dirname(migrationsDir), "schema.prisma");
    await writeFile(file, `datasource db {\n  provider = "postgresql"\n}\n${models}`);
    return file;
  };

  it("writes the difference, applies nothing and removes its shadow", async () => {
    const schemaFile = await schemaWith("model thing {\n  id String @id\n  title String?\n}\n");
    const now = new Date("2026-02-03T04:05:06Z");
    const file = await create("Add a title!", { databaseUrl, migrationsDir, schemaFile, now });
    expect(file).toBe(path.join(migrationsDir, "20260203040506_add_a_title", "migration.sql"));
    expect(await readFile(file!, "utf8")).toContain('ALTER TABLE "thing" ADD COLUMN     "title" TEXT');
    expect((await query(databaseUrl, "SELECT to_regclass('thing')")).rows).toEqual([{ to_regclass: null }]);
    expect(await shadows()).toBe(0);
  });

  it("finds that the product's migrations say all that schema.prisma says", async () => {
    await cp(MIGRATIONS, migrationsDir, { recursive: true });
    await rm(path.join(migrationsDir, "20260101000000_first"), { recursive: true });
    expect(await create("nothing", { databaseUrl, migrationsDir })).toBeUndefined();
  });
});

describe("reset", () => {
  it("empties the database and begins anew", async () => {
    await deploy({ databaseUrl, migrationsDir });
    await query(databaseUrl, "INSERT INTO thing VALUES ('a')");
    expect(await reset({ databaseUrl, migrationsDir })).toEqual(["20260101000000_first"]);
    expect((await query(databaseUrl, "SELECT * FROM thing")).rows).toEqual([]);
  });
});
