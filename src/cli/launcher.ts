import { readFileSync } from "node:fs";

function parentOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ")[1];
  } catch {
    return undefined;
  }
}

function isShell(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0")[1] === "-c";
  } catch {
    return false;
  }
}

/**
 * Calls `gone` once when the npm that launched us is no more: killed with -9 it passes nothing on. Between it and
 * us there may be the shell it runs scripts with, which outlives it. What launched npm is no concern of ours: a
 * person may log out.
 */
export function watchLauncher(gone: () => void): void {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const above = isShell(parent) ? parentOf(parent) : undefined;
  const watch = setInterval(() => {
    if (process.ppid === parent && (above === undefined || parentOf(parent) === above)) return;
    clearInterval(watch);
    gone();
  }, 500);
  watch.unref();
}
