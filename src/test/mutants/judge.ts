import path from "node:path";
import { createVitest, type Vitest } from "vitest/node";

/** A mutant that loops for ever is noticed by this. */
const LONGEST_MS = 30_000;

/**
 * Runs test files in vitest's own process, again and again, with one source replaced; no database, no project: the
 * domain needs none.
 */
export class Judge {
  private vitest: Vitest | null = null;
  private text: string | null = null;

  constructor(
    private readonly file: string,
    private readonly tests: string[],
  ) {}

  /** Whether the tests are green with `text` in the place of the file; null for the file as it is. */
  async isGreen(text: string | null): Promise<boolean> {
    this.text = text;
    const vitest = (this.vitest ??= await this.open());
    vitest.invalidateFile(path.resolve(this.file));
    const specs = (await vitest.globTestSpecifications(this.tests)).filter(({ moduleId }) =>
      this.tests.some((test) => moduleId === path.resolve(test)),
    );
    if (specs.length !== this.tests.length) throw new Error(`Not all of these are there: ${this.tests.join(", ")}`);
    let impatient: NodeJS.Timeout | undefined;
    const tooLong = new Promise<null>((resolve) => (impatient = setTimeout(() => resolve(null), LONGEST_MS)));
    const result = await Promise.race([vitest.runTestSpecifications(specs, true), tooLong]);
    clearTimeout(impatient);
    if (result === null) {
      await this.close();
      return false;
    }
    return result.unhandledErrors.length === 0 && result.testModules.every((module) => module.ok());
  }

  async close(): Promise<void> {
    const { vitest } = this;
    this.vitest = null;
    await vitest?.close();
  }

  private open(): Promise<Vitest> {
    const target = path.resolve(this.file);
    return createVitest(
      "test",
      {
        config: false,
        root: process.cwd(),
        watch: false,
        include: this.tests,
        environment: "node",
        reporters: [{}],
        bail: 1,
        maxWorkers: 1,
        teardownTimeout: 1_000,
        env: { TZ: "UTC" },
      },
      {
        resolve: { alias: { "~": path.resolve("src") } },
        plugins: [{ name: "mutant", enforce: "pre", transform: (code, id) => (id.split("?")[0] === target ? (this.text ?? code) : null) }],
      },
    );
  }
}
