import path from "node:path";
import type { TestModule, Vitest } from "vitest/node";

export type Ran = {
  /** A test said no. */
  red: boolean;
  /** All said yes, and there was one. */
  green: boolean;
  seconds: number;
  /** What the tests said that were not content, in short. */
  complaints: string[];
};

/**
 * Runs tests of a copy of the source again and again in one Vitest: its PostgreSQL stays up, and only what has changed is
 * compiled anew. A run that could not even begin is neither red nor green: it has noticed nothing, and shown nothing sound.
 */
export class TestRuns {
  private vitest: Vitest | null = null;

  constructor(private readonly root: string) {}

  /** @param tests a test file's path and, after "-t", words of the test's name */
  async run(tests: string[]): Promise<Ran> {
    const startedAt = performance.now();
    const vitest = (this.vitest ??= await open(this.root));
    const at = tests.indexOf("-t");
    const files = at < 0 ? tests : tests.slice(0, at);
    if (at < 0) vitest.resetGlobalTestNamePattern();
    else vitest.setGlobalTestNamePattern(new RegExp(tests[at + 1]!));
    const specifications = await vitest.globTestSpecifications(files.map((file) => path.join(this.root, file)));
    const { testModules } = await vitest.runTestSpecifications(specifications);
    const states = testModules.flatMap(statesOf);
    const complaints = testModules.flatMap(complaintsOf);
    const seconds = Math.round((performance.now() - startedAt) / 1_000);
    return { red: states.includes("failed"), green: complaints.length === 0 && states.includes("passed"), seconds, complaints };
  }

  /** Tells of a file that has been written: those that import it are compiled anew. */
  async changed(file: string): Promise<void> {
    // What is migrated is migrated: the next run begins with a PostgreSQL of its own.
    if (file.endsWith(".sql")) await this.close();
    else this.vitest?.invalidateFile(path.join(this.root, file));
  }

  async close(): Promise<void> {
    const { vitest } = this;
    this.vitest = null;
    await vitest?.close();
  }
}

/** `vitest/node` sees the place it is loaded in as the project's. */
async function open(root: string): Promise<Vitest> {
  process.chdir(root);
  const { createVitest } = await import("vitest/node");
  const vitest = await createVitest("test", { root, watch: false, reporters: [{}], teardownTimeout: 20_000, testTimeout: 120_000 });
  await vitest.standalone();
  return vitest;
}

function complaintsOf(module: TestModule): string[] {
  const inTests = [...module.children.allTests("failed")].flatMap((test) =>
    (test.result().errors ?? []).map((error) => `${test.name}: ${error.message}`),
  );
  const inSuites = [...module.children.allSuites()].flatMap((suite) => suite.errors().map((error) => `${suite.name}: ${error.message}`));
  return [...module.errors().map((error) => error.message), ...inSuites, ...inTests].map((text) => text.slice(0, 300));
}

function statesOf(module: TestModule): string[] {
  return [...module.children.allTests()].map((test) => test.result().state);
}
