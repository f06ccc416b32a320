import { spawnSync } from "node:child_process";
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { guards, type Guard } from "./guards";
import { moneyGuards } from "./money-guards";

/**
 * `npm run test:controls`: switches off one guard after another in a copy of the source and runs the tests that must
 * notice. Prints a table; ends with 1 where a guard's absence went unnoticed. A name as argument picks some.
 */
const root = path.resolve(import.meta.dirname, "../../../..");
const copy = await mkdtemp(path.join(tmpdir(), "aisle-controls-"));
for (const name of ["src", "prisma", "package.json", "tsconfig.json", "vitest.config.ts", "prisma.config.ts"]) {
  await cp(path.join(root, name), path.join(copy, name), { recursive: true });
}
await symlink(path.join(root, "node_modules"), path.join(copy, "node_modules"));

const wanted = process.argv[2] ?? "";
let unnoticed = 0;
console.log("| guard switched off | noticed | seconds |\n|---|---|---|");
for (const guard of [...guards, ...moneyGuards].filter(({ name }) => name.includes(wanted))) {
  const seconds = await without(guard, () => run(guard.tests));
  if (seconds === null) unnoticed++;
  console.log(`| ${guard.name} | ${seconds === null ? "NO" : "red"} | ${seconds ?? "-"} |`);
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

/** Seconds until the tests were red; null where they stayed green. */
function run(tests: string[]): number | null {
  const startedAt = performance.now();
  const { status, stdout } = spawnSync("npx", ["vitest", "run", "--project", "node", "--bail", "1", ...tests], { cwd: copy, encoding: "utf8" });
  // A run that could not even begin has noticed nothing.
  if (status === 0 || !/Tests .*failed/.test(stdout)) return null;
  return Math.round((performance.now() - startedAt) / 1_000);
}
