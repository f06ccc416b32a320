import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { readJson } from "~/cli/data-dir";
import { StartError } from "~/cli/start-error";

type Holder = { pid: number; started: string; what: string };

const lockFile = (dataDir: string) => path.join(dataDir, "running.json");

/** When a process was started, in whatever words the system has: tells a process from a later one of its number. */
export function startedAt(pid: number): string | undefined {
  try {
    if (!existsSync("/proc/self/stat"))
      return execFileSync("ps", ["-o", "lstart=", "-p", `${pid}`], { encoding: "utf8" }).trim();
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return fields[0] === "Z" ? undefined : `${boot}/${fields[19]}`;
  } catch {
    return undefined;
  }
}

/** Who runs on this data folder right now, if anybody does. */
export async function holderOf(dataDir: string): Promise<Holder | undefined> {
  const holder = await readJson<Holder>(lockFile(dataDir));
  return holder && startedAt(holder.pid) === holder.started ? holder : undefined;
}

/**
 * Makes this process the only one on a data folder, so that no start stops another's database.
 *
 * @returns what gives it back.
 * @throws StartError where another process has it.
 */
export async function lockDataDir(dataDir: string, what: string): Promise<() => void> {
  const file = lockFile(dataDir);
  const mine: Holder = { pid: process.pid, started: startedAt(process.pid) ?? "", what };
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      writeFileSync(file, JSON.stringify(mine), { flag: "wx", mode: 0o644 });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const holder = await holderOf(dataDir);
    if (holder) {
      throw new StartError(
        `${holder.what} already uses ${dataDir} (process ${holder.pid}): stop it, or set DATA_DIR to another folder.`,
      );
    }
    // Left by a process that is gone. Moved aside before it is removed: of two starts only one gets to move it.
    const aside = `${file}.${process.pid}`;
    try {
      renameSync(file, aside);
      rmSync(aside);
    } catch {
      // The other start was quicker.
    }
  }
  throw new StartError(`${dataDir} is being taken by another start: try again in a moment.`);
}
