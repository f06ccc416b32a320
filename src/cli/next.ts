import { spawn, type ChildProcess, type StdioOptions } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const NEXT = createRequire(import.meta.url).resolve("next/dist/bin/next");
const FOLLOW_PARENT = fileURLToPath(new URL("./follow-parent.mjs", import.meta.url));

/**
 * Starts Next's own command line in a process group that ends with us, however we end. A group of its own, so
 * that Ctrl-C reaches us alone and a stop reaches what Next starts too.
 */
export function spawnNext(
  words: string[],
  options: { env: Record<string, string | undefined>; output: "inherit" | "pipe" },
): ChildProcess {
  const stdio: StdioOptions = ["ignore", options.output, options.output, "ipc"];
  return spawn(process.execPath, ["--import", FOLLOW_PARENT, NEXT, ...words], {
    env: { ...options.env, AISLE_PARENT: `${process.pid}` } as unknown as NodeJS.ProcessEnv,
    detached: true,
    stdio,
  });
}
