import { spawnSync } from "node:child_process";
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { guards, type Guard } from "./guards";
import { moneyGuards } from "./money-guards";

/**
 * `npm run test:controls`: switches off one guard after another in a copy of the source and runs the tests that must
 * notice. First the same tests run with every guard in its place: where they are red already, nothing is proven.
 * Prints a table; ends with 1 where a guard's absence went unnoticed. `-- coupon "own uses"` picks the guards
 * with one of these words in their name, `-- --table money` one of the two tables, `-- --part 2/5` a portion.
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

const tables: Record<string, Guard[]> = { seats: guards, money: moneyGuards };
const [part = 1, parts = 1] = values.part.split("/").map(Number);
const wanted = Object.entries(tables)
  .flatMap(([table, rows]) => (values.table === undefined || values.table === table ? rows : []))
  .filter(({ name }) => positionals.length === 0 || positionals.some((words) => name.includes(words)))
  .filter((_, index) => index % parts === part - 1);
if (wanted.length === 0) throw new Error("No guard has that name.");

for (const tests of together(wanted.map((guard) => guard.tests))) {
  if (!runTests(tests).green) throw new Error(`Red with every guard in its place: ${tests.join(" ")}`);
}
let unnoticed = 0;
console.log("| guard switched off | noticed | seconds |\n|---|---|---|");
for (const guard of wanted) {
  const { red, seconds } = await without(guard, () => runTests(guard.tests));
  if (!red) unnoticed++;
  console.log(`| ${guard.name} | ${red ? "red" : "NO"} | ${seconds} |`);
}
await rm(copy, { recursive: true, force: true });
console.log(`${unnoticed} unnoticed`);
process.exit(unnoticed === 0 ? 0 : 1);

async function without<T>(guard: Guard, work: () => T): Promise<T> {
  const file = path.join(copy, guard.file);
  const source = await readFile(file, "utf8");
  const parts = source.split(guard.find);
  if (parts.length !== 2) throw new Error(`${guard.name}: its text occurs ${parts.length - 1} times in ${guard.file}`);
  await writeFile(file, parts.join(guard.without));
  try {
    return work();
  } finally {
    await writeFile(file, source);
  }
}

/** A run that could not even begin is neither: it has noticed nothing, and shown nothing sound. */
function runTests(tests: string[]): { red: boolean; green: boolean; seconds: number } {
  const startedAt = performance.now();
  const { status, stdout } = spawnSync("npx", ["vitest", "run", "--bail", "1", ...tests], { cwd: copy, encoding: "utf8" });
  const seconds = Math.round((performance.now() - startedAt) / 1_000);
  return { red: status !== 0 && /Tests .*failed/.test(stdout), green: status === 0 && /Tests .*passed/.test(stdout), seconds };
}

/** The same tests in as few runs as may be: those without a name, and those with one of all the names. */
function together(lists: string[][]): string[][] {
  const whole = lists.filter(([, flag]) => flag !== "-t").flat();
  const named = lists.filter(([, flag]) => flag === "-t");
  const names = [...new Set(named.map((list) => list[2]))].join("|");
  return [[...new Set(whole)], [...new Set(named.map(([file]) => file ?? "")), ...(named.length > 0 ? ["-t", names] : [])]].filter((list) => list.length > 0);
}
