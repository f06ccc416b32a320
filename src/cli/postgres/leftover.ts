import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Say } from "~/cli/say";
import { StartError } from "~/cli/start-error";

function commandOf(pid: number): string {
  try {
    return execFileSync("ps", ["-o", "args=", "-p", `${pid}`], { encoding: "utf8" }).trim();
  } catch {
    return "";
  }
}

async function running(cluster: string): Promise<number | undefined> {
  const [line] = (await readFile(path.join(cluster, "postmaster.pid"), "utf8").catch(() => "")).split("\n");
  const pid = Number(line);
  if (!Number.isInteger(pid) || pid <= 1) return undefined;
  // After a reboot the number may belong to anybody: only a server of this very cluster is ours to stop.
  return commandOf(pid).includes(cluster) ? pid : undefined;
}

/**
 * Stops a server that a killed parent left running on this cluster. Call it only with the data folder locked:
 * the lock says that the parent is gone.
 *
 * @throws StartError where it does not stop within 30 s.
 */
export async function stopLeftover(cluster: string, say: Say): Promise<void> {
  const pid = await running(cluster);
  if (pid === undefined) return;
  say(`  A database server (process ${pid}) is left over from a start that was killed: stopping it`);
  process.kill(pid, "SIGINT");
  for (let waited = 0; waited < 30_000; waited += 50) {
    if (!commandOf(pid).includes(cluster)) return;
    await sleep(50);
  }
  throw new StartError(
    `The database server that an earlier start left over (process ${pid}) does not stop: kill it.`,
  );
}
