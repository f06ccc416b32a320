import { spawn, type ChildProcess, type StdioOptions } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const NEXT = createRequire(import.meta.url).resolve("next/dist/bin/next");
const FRONT = fileURLToPath(new URL("./front/main.ts", import.meta.url));
const FOLLOW_PARENT = fileURLToPath(new URL("./follow-parent.mjs", import.meta.url));

type Spawning = { env: Record<string, string | undefined>; output: "inherit" | "pipe" };

/** Starts Next's own command line; see `spawnFollowing`. */
export function spawnNext(words: string[], options: Spawning): ChildProcess {
  return spawnFollowing([NEXT, ...words], options);
}

/** Starts the shop's own server (cli/front); see `spawnFollowing`. */
export function spawnFront(options: Spawning): ChildProcess {
  return spawnFollowing(["--import", "tsx", FRONT], options);
}

/**
 * Starts Node in a process group that ends with us, however we end. A group of its own, so that Ctrl-C reaches us
 * alone and a stop reaches what it starts too.
 */
function spawnFollowing(words: string[], options: Spawning): ChildProcess {
  const stdio: StdioOptions = ["ignore", options.output, options.output, "ipc"];
  return spawn(process.execPath, ["--import", FOLLOW_PARENT, ...words], {
    env: { ...options.env, AISLE_PARENT: `${process.pid}` } as unknown as NodeJS.ProcessEnv,
    detached: true,
    stdio,
  });
}
