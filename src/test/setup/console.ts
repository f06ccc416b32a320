import { afterEach, beforeEach } from "vitest";
import { consoleErrors } from "../harness/console-errors";

// What is worth an error on the console is worth a red test: React warnings, lost promises, wrong props.
beforeEach(() => consoleErrors.watch());
afterEach(() => {
  const [first] = consoleErrors.take();
  if (first) throw new Error(`console.error was called: ${first}`);
});
