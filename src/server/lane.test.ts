import { expect, it } from "vitest";
import { Lane } from "./lane";

function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

it("does so much at once, the rest in turn, and turns away what is too much", async () => {
  const lane = new Lane("test", 2, 2);
  const gates = Array.from({ length: 4 }, gate);
  const begun: number[] = [];
  const work = (n: number) => lane.run(async () => (begun.push(n), await gates[n]!.opened, n));
  const all = [0, 1, 2, 3].map(work);
  expect(begun).toEqual([0, 1]);
  await expect(lane.run(async () => 9)).rejects.toMatchObject({ code: "BUSY", facts: { retryAfterMs: 1_000 } });
  gates[1]!.open();
  await all[1];
  expect(begun).toEqual([0, 1, 2]);
  gates.forEach(({ open }) => open());
  expect(await Promise.all(all)).toEqual([0, 1, 2, 3]);
  expect(await lane.run(async () => 9)).toBe(9);
});

it("gives the place back where the work fails", async () => {
  const lane = new Lane("test", 1, 0);
  await expect(lane.run(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await lane.run(async () => 1)).toBe(1);
});
