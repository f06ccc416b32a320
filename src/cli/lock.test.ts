import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDataDir, localSecrets } from "./data-dir";
import { holderOf, lockDataDir, startedAt } from "./lock";
import { StartError } from "./start-error";

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "aisle-lock-"));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

describe("lockDataDir", () => {
  it("tells the second who is there", async () => {
    const unlock = await lockDataDir(dataDir, "Aisle");
    await expect(lockDataDir(dataDir, "Aisle")).rejects.toThrow(
      `Aisle already uses ${dataDir} (process ${process.pid})`,
    );
    unlock();
    expect(await holderOf(dataDir)).toBeUndefined();
    (await lockDataDir(dataDir, "Aisle"))();
  });

  it("takes over from a process that is gone", async () => {
    const child = spawn("sleep", ["60"]);
    const holder = { pid: child.pid!, started: startedAt(child.pid!)!, what: "Aisle" };
    await writeFile(path.join(dataDir, "running.json"), JSON.stringify(holder));
    await expect(lockDataDir(dataDir, "Aisle")).rejects.toThrow(StartError);
    child.kill("SIGKILL");
    await once(child, "exit");
    (await lockDataDir(dataDir, "Aisle"))();
  });

  it("does not take a later process of the same number for the holder", async () => {
    const holder = { pid: process.pid, started: "another boot/1", what: "Aisle" };
    await writeFile(path.join(dataDir, "running.json"), JSON.stringify(holder));
    const release = await lockDataDir(dataDir, "Aisle");
    expect((await holderOf(dataDir))?.started).toBe(startedAt(process.pid));
    await expect(lockDataDir(dataDir, "Aisle")).rejects.toThrow(StartError);
    release();
  });
});

describe("the data folder", () => {
  it("says in one sentence that it can't be written to", async () => {
    const file = path.join(dataDir, "file");
    await writeFile(file, "");
    await expect(openDataDir(path.join(file, "below"))).rejects.toThrow(
      /^DATA_DIR .*file\/below can't be written to \(ENOTDIR\)/,
    );
  });

  it("makes secrets once", async () => {
    const first = await localSecrets(dataDir);
    expect(await localSecrets(dataDir)).toEqual(first);
    expect(new Set(Object.values(first)).size).toBe(5);
  });
});
