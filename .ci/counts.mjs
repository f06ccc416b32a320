// Adds up what vitest and Playwright counted themselves. A step that broke without a failed test counts as one
// failure; so does a runner that left no counts.
import { readFileSync } from "node:fs";
import path from "node:path";

const folder = process.argv[2] ?? ".";

function read(name) {
  try {
    return JSON.parse(readFileSync(path.join(folder, name), "utf8"));
  } catch {
    return undefined;
  }
}

const vitest = read("vitest.json");
const playwright = read("playwright.json");
const runs = [
  vitest && {
    name: "vitest",
    passed: vitest.numPassedTests,
    failed: vitest.numFailedTests + brokenFiles(vitest),
  },
  playwright && {
    name: "playwright",
    passed: playwright.stats.expected + playwright.stats.flaky,
    failed: playwright.stats.unexpected + (playwright.errors?.length ?? 0),
  },
].filter(Boolean);

// A file that fails before its first test has no failed test in it.
function brokenFiles({ testResults }) {
  return testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0).length;
}

/** Each red test with the first lines of what it said: the log above is long, and may be cut. */
function failuresOfVitest() {
  return (vitest?.testResults ?? []).flatMap((file) => {
    const name = path.relative(process.cwd(), file.name);
    const red = file.assertionResults.filter((test) => test.status === "failed");
    if (file.status === "failed" && file.assertionResults.length === 0) return [`${name}\n${beginning(file.message)}`];
    return red.map((test) => `${name} > ${test.fullName}\n${beginning(test.failureMessages[0])}`);
  });
}

function failuresOfPlaywright(suites) {
  return suites.flatMap((suite) => [
    ...failuresOfPlaywright(suite.suites ?? []),
    ...(suite.specs ?? []).filter((spec) => !spec.ok).map((spec) => {
      const error = spec.tests.flatMap((test) => test.results).find((result) => result.error)?.error;
      return `${suite.file}:${spec.line} ${spec.title}\n${beginning(error?.message)}`;
    }),
  ]);
}

function beginning(message = "") {
  return message.split("\n").slice(0, 12).map((line) => `    ${line}`).join("\n");
}

const passed = runs.reduce((sum, run) => sum + run.passed, 0);
const counted = runs.reduce((sum, run) => sum + run.failed, 0) + (2 - runs.length);
const broken = Number(process.env.BROKEN ?? 0);
const failed = counted === 0 && broken > 0 ? broken : counted;

console.log();
for (const failure of [...failuresOfVitest(), ...failuresOfPlaywright(playwright?.suites ?? [])]) console.log(`red: ${failure}`);
for (const run of runs) console.log(`${run.name}: ${run.passed} passed, ${run.failed} failed`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
