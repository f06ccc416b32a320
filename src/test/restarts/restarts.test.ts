import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { Workers } from "~/cli/front/workers";
import { sendMany } from "./requests";
import { startPlainWorkers } from "./start";

let workers: Workers;
let port = 0;
const said: string[] = [];

beforeAll(async () => {
  ({ workers, port } = await startPlainWorkers((line) => said.push(line)));
}, 120_000);
afterAll(() => workers.stop(), 60_000);

it("loses no request while every process is exchanged", async () => {
  const before = workers.pids;
  let over = false;
  let restarts: Promise<void> | undefined;
  const first = await sendMany({
    port,
    total: 3_000,
    atOnce: 20,
    onDone: (done) => {
      if (done === 200) restarts = workers.restart().finally(() => (over = true));
    },
    enough: () => over,
  });
  await restarts;
  const after = await sendMany({ port, total: 200, atOnce: 20 });
  expect([...first.failed, ...after.failed]).toEqual([]);
  expect(first.done).toBeGreaterThanOrEqual(3_000);
  // Which of two answers is the system's choice; old ones did, and new ones do.
  expect([...first.pids].some((pid) => before.includes(Number(pid)))).toBe(true);
  expect([...after.pids].some((pid) => workers.pids.includes(Number(pid)))).toBe(true);
  expect(workers.pids).toHaveLength(2);
  for (const pid of before) expect([...after.pids]).not.toContain(`${pid}`);
}, 180_000);

it("adds up what all processes have counted, those that were exchanged included", async () => {
  const ask = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text();
  for (let i = 0; i < 40; i++) await ask("/count");
  expect(await ask("/counted")).toContain('aisle_busy_total{reason="door"} 40');
  await workers.restart();
  for (let i = 0; i < 10; i++) await ask("/count");
  const text = await ask("/counted");
  expect(text).toContain('aisle_busy_total{reason="door"} 50');
  expect(text).toMatch(/aisle_processes [2-4]\n/);
}, 600_000);

it("replaces one that was killed; only what it had under way is lost", async () => {
  const [victim, other] = workers.pids;
  const atOnce = 20;
  let killed = false;
  const { failed, pids } = await sendMany({
    port,
    total: 3_000,
    atOnce,
    onDone: (done) => {
      if (done < 300 || killed) return;
      killed = true;
      process.kill(victim!, "SIGKILL");
    },
  });
  expect(failed.length).toBeLessThanOrEqual(atOnce);
  expect(pids).toContain(`${other}`);
  await vi.waitFor(() => expect(workers.pids).toHaveLength(2), 60_000);
  expect(workers.pids).not.toContain(victim);
  expect(said.join()).toContain("SIGKILL");
}, 180_000);

it("finishes what is under way when it is stopped, and takes no more", async () => {
  const begun = await Promise.all(Array.from({ length: 20 }, () => fetch(`http://127.0.0.1:${port}/slow`)));
  const stopped = workers.stop();
  const texts = await Promise.all(begun.map((answer) => answer.text()));
  await stopped;
  expect(new Set(texts)).toEqual(new Set(["begun, done"]));
  const { failed } = await sendMany({ port, total: 1, atOnce: 1 });
  expect(failed[0]).toContain("ECONNREFUSED");
}, 60_000);
