import { expect, it } from "vitest";
import { inTurn } from "./in-turn";

it("lets one in after the other by key, and beside one another by other keys", async () => {
  const said: string[] = [];
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (open = resolve));
  const slow = inTurn("a", async () => (said.push("a1 begins"), await gate, said.push("a1 ends")));
  const next = inTurn("a", async () => said.push("a2"));
  await inTurn("b", async () => said.push("b"));
  open();
  await Promise.all([slow, next]);
  expect(said).toEqual(["a1 begins", "b", "a1 ends", "a2"]);
});

it("goes on after one that failed, and says so to who asked", async () => {
  const failed = inTurn("a", () => Promise.reject(new Error("no")));
  const next = inTurn("a", () => Promise.resolve("yes"));
  await expect(failed).rejects.toThrow("no");
  expect(await next).toBe("yes");
});
