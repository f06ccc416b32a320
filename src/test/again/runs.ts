import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

export type Run = {
  suite: "vitest" | "browser";
  passed: number;
  /** The red ones by file and name; the runner's own last words where it did not get so far. */
  red: string[];
  seconds: number;
};

type VitestReport = {
  success: boolean;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
};

/** The whole vitest suite once, or the files whose path holds `only`. */
export function runVitest(only?: string): Promise<Run> {
  return run(
    "vitest",
    ["vitest", "run", "--reporter=json", ...(only ? [only] : [])],
    (file) => [`--outputFile=${file}`],
    (text) => {
      const { testResults, success } = JSON.parse(text) as VitestReport;
      const tests = testResults.flatMap(({ name, assertionResults }) =>
        assertionResults.map((test) => ({
          ...test,
          name: `${path.relative(process.cwd(), name)} > ${test.fullName}`,
        })),
      );
      const red = tests.filter(({ status }) => status === "failed").map(({ name }) => name);
      // A file that did not load, or a hook that threw, has no red test.
      const files = testResults.filter(
        (file) =>
          file.status === "failed" && file.assertionResults.every(({ status }) => status !== "failed"),
      );
      const whole = files.map(
        ({ name, message }) => `${path.relative(process.cwd(), name)}: ${message.split("\n")[0]}`,
      );
      if (!success && red.length + whole.length === 0) whole.push("an error outside of the tests");
      return { passed: tests.filter(({ status }) => status === "passed").length, red: [...red, ...whole] };
    },
  );
}

type BrowserSuite = {
  file?: string;
  title: string;
  suites?: BrowserSuite[];
  specs?: { title: string; tests: { status: string; projectName: string }[] }[];
};

/** The browser tests once, or those whose name or file matches `only`. */
export function runBrowser(only?: string): Promise<Run> {
  return run(
    "browser",
    ["playwright", "test", ...(only ? [only] : [])],
    () => [],
    (text) => {
      const { suites, errors } = JSON.parse(text) as {
        suites: BrowserSuite[];
        errors: { message?: string }[];
      };
      const walk = (suite: BrowserSuite): { status: string; name: string }[] => [
        ...(suite.specs ?? []).flatMap(({ title, tests }) =>
          tests.map(({ status, projectName }) => ({
            status,
            name: `${suite.file ?? ""} > ${title} [${projectName}]`,
          })),
        ),
        ...(suite.suites ?? []).flatMap(walk),
      ];
      const tests = suites.flatMap(walk);
      // "flaky" was red before it was green.
      const red = tests
        .filter(({ status }) => status === "unexpected" || status === "flaky")
        .map(({ name }) => name);
      const whole = errors.map(({ message }) => message?.split("\n")[0] ?? "an error outside of the tests");
      return { passed: tests.filter(({ status }) => status === "expected").length, red: [...red, ...whole] };
    },
  );
}

async function run(
  suite: Run["suite"],
  command: string[],
  withFile: (file: string) => string[],
  read: (report: string) => Pick<Run, "passed" | "red">,
): Promise<Run> {
  const folder = await mkdtemp(path.join(tmpdir(), "aisle-again-"));
  const file = path.join(folder, "report.json");
  const startedAt = performance.now();
  const said = await spoken(command, withFile(file), { PLAYWRIGHT_JSON: file });
  const report = await readFile(file, "utf8").catch(() => null);
  await rm(folder, { recursive: true, force: true });
  const result = report
    ? read(report)
    : { passed: 0, red: [`no report: ${said.trim().split("\n").slice(-3).join(" | ")}`] };
  return { suite, ...result, seconds: (performance.now() - startedAt) / 1_000 };
}

function spoken(command: string[], more: string[], env: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn("npx", ["--no-install", ...command, ...more], {
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => (said += text));
    child.once("error", reject);
    child.once("close", () => resolve(said));
  });
}
