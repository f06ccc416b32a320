import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { doorGuards } from "./door-guards";
import { faultGuards } from "./fault-guards";
import { guards, type Guard } from "./guards";
import { moneyGuards } from "./money-guards";
import { TestRuns, type Ran } from "./test-runs";

/**
 * `npm run test:controls`: switches off one guard after another in a copy of the source and runs the tests that must
 * notice. First the same tests run with every guard in its place: where they are red already, nothing is proven.
 * Prints a table at the end; ends with 1 where a guard's absence went unnoticed. `-- coupon "own uses"` picks the guards
 * with one of these words in their name, `-- --table money` one of the tables, `-- --part 2/5` a portion.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { table: { type: "string" }, part: { type: "string", default: "1/1" } },
});
const root = path.resolve(import.meta.dirname, "../../../..");
const copy = await mkdtemp(path.join(tmpdir(), "aisle-controls-"));
for (const name of ["src", "prisma", "package.json", "tsconfig.json", "vitest.config.ts", "prisma.config.ts"]) {
  await cp(path.join(root, name), path.join(copy, name), { recursive: true });
}
await symlink(path.join(root, "node_modules"), path.join(copy, "node_modules"));

const tables: Record<string, Guard[]> = { seats: guards, money: moneyGuards, faults: faultGuards, door: doorGuards };
const [part = 1, parts = 1] = values.part.split("/").map(Number);
const wanted = Object.entries(tables)
  .flatMap(([table, rows]) => (values.table === undefined || values.table === table ? rows : []))
  .filter(({ name }) => positionals.length === 0 || positionals.some((words) => name.includes(words)))
  .filter((_, index) => index % parts === part - 1);
if (wanted.length === 0) throw new Error("No guard has that name.");
const say = (line: string) => void process.stderr.write(`${line}\n`);

const runs = new TestRuns(copy);
const rows: string[] = [];
let unnoticed = 0;
try {
  for (const guard of wanted) await sourceOf(guard);
  for (const tests of together(wanted.map((guard) => guard.tests))) {
    say(`With every guard in its place: ${tests.join(" ")}`);
    const { green, complaints } = await runs.run(tests);
    if (!green) throw new Error(`Not green with every guard in its place: ${tests.join(" ")}\n${complaints.join("\n")}`);
  }
  for (const [index, guard] of wanted.entries()) {
    const { red, seconds } = await without(guard);
    if (!red) unnoticed++;
    rows.push(`| ${guard.name} | ${red ? "red" : "NO"} | ${seconds} |`);
    say(`${index + 1} of ${wanted.length}: ${guard.name}: ${red ? "red" : "NO"}, ${seconds} s`);
  }
} finally {
  await runs.close();
  await rm(copy, { recursive: true, force: true });
}
console.log(["| guard switched off | noticed | seconds |", "|---|---|---|", ...rows].join("\n"));
console.log(`${wanted.length} guards, ${unnoticed} unnoticed`);
process.exit(unnoticed === 0 ? 0 : 1);

async function without(guard: Guard): Promise<Ran> {
  const { file, source, parts: around } = await sourceOf(guard);
  await writeFile(file, around.join(guard.without));
  await runs.changed(guard.file);
  try {
    return await runs.run(guard.tests);
  } finally {
    await writeFile(file, source);
    await runs.changed(guard.file);
  }
}

/** @throws Error where a guard's text is not there exactly once: the table is out of date, and says so before it runs */
async function sourceOf(guard: Guard): Promise<{ file: string; source: string; parts: string[] }> {
  const file = path.join(copy, guard.file);
  const source = await readFile(file, "utf8");
  const around = source.split(guard.find);
  if (around.length !== 2) throw new Error(`${guard.name}: its text occurs ${around.length - 1} times in ${guard.file}`);
  return { file, source, parts: around };
}

/** The same tests in as few runs as may be: those without a name, and those with one of all the names. */
function together(lists: string[][]): string[][] {
  const whole = lists.filter(([, flag]) => flag !== "-t").flat();
  const named = lists.filter(([, flag]) => flag === "-t");
  const names = [...new Set(named.map((list) => list[2]))].join("|");
  return [[...new Set(whole)], [...new Set(named.map(([file]) => file ?? "")), ...(named.length > 0 ? ["-t", names] : [])]].filter((list) => list.length > 0);
}
