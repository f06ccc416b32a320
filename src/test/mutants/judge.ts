import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import vm from "node:vm";
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
} from "@vitest/expect";
import ts from "typescript";

/** A mutant that loops for ever is noticed by this. */
const LONGEST_MS = 20_000;

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);
const expect = Object.assign((value: unknown, message?: string) => chai.expect(value, message), chai.expect);
Object.assign(expect, (globalThis as unknown as Record<symbol, object>)[ASYMMETRIC_MATCHERS_OBJECT]);

type Test = () => unknown;

/** As much of vitest as the domain's tests ask for: they are synchronous and need no hooks. */
function runner(tests: Test[]) {
  const describe = (_: string, define: () => void) => define();
  const each = (rows: unknown[]) => (_: string, test: (...row: unknown[]) => unknown) =>
    rows.forEach((row) => tests.push(() => test(...(Array.isArray(row) ? (row as unknown[]) : [row]))));
  const it = Object.assign((_: string, test: Test) => void tests.push(test), { each });
  return { describe, it, test: it, expect };
}

const load = createRequire(path.resolve("package.json"));
const scripts = new Map<string, vm.Script>();
const options = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true };

function compile(file: string, source: string): vm.Script {
  const { outputText } = ts.transpileModule(source, { compilerOptions: options });
  return new vm.Script(`(function (exports, require) {${outputText}\n})`, { filename: file });
}

function scriptOf(file: string): vm.Script {
  const script = scripts.get(file) ?? compile(file, readFileSync(file, "utf8"));
  scripts.set(file, script);
  return script;
}

/**
 * Whether test files are green with `text` in the place of `file`; null for the file as it is. All of it happens in
 * this process, in milliseconds: a runner's own start would cost more than everything else.
 */
export function isGreen({
  file,
  tests,
  text,
}: {
  file: string;
  tests: readonly string[];
  text: string | null;
}): boolean {
  const target = path.resolve(file);
  const collected: Test[] = [];
  const vitest = runner(collected);
  const modules = new Map<string, object>();
  const importer =
    (from: string) =>
    (name: string): unknown => {
      if (name === "vitest") return vitest;
      const place = name.startsWith("~/")
        ? path.resolve("src", name.slice(2))
        : path.resolve(path.dirname(from), name);
      return name.startsWith(".") || name.startsWith("~/") ? moduleAt(`${place}.ts`) : load(name);
    };
  function moduleAt(place: string): object {
    const known = modules.get(place);
    if (known) return known;
    const exports = {};
    modules.set(place, exports);
    const script = place === target && text !== null ? compile(place, text) : scriptOf(place);
    (script.runInThisContext() as (exports: object, require: unknown) => void)(exports, importer(place));
    return exports;
  }
  const run = () => {
    for (const test of tests) moduleAt(path.resolve(test));
    if (collected.length === 0) throw new Error(`no tests in ${tests.join(", ")}`);
    for (const test of collected) test();
  };
  try {
    inTime(run);
    return true;
  } catch (error) {
    if (text === null) throw error;
    return false;
  }
}

/** Runs `work`, and throws where it takes too long, be it in a loop without an end. */
function inTime(work: () => void): void {
  const slot = globalThis as unknown as { mutantWork?: () => void };
  slot.mutantWork = work;
  vm.runInThisContext("mutantWork()", { timeout: LONGEST_MS });
}
