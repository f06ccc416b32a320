import { createServer, type Socket } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { freePort } from "~/cli/embedded-postgres";
import { patience } from "~/server/patience";
import { testDb } from "~/test/harness/database";
import { createDb, type Db } from "./db/db";
import { health } from "./health";

const db = testDb();
const others: Db[] = [];
afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(others.splice(0).map((other) => other.$disconnect()));
});

const dbAt = (port: number) => {
  const other = createDb({ url: `postgresql://aisle:x@127.0.0.1:${port}/aisle` });
  others.push(other);
  return other;
};

describe("health", () => {
  it("is good while the database answers", async () => {
    expect(await health(db)).toBe(true);
  });

  it("is bad where nobody listens", async () => {
    expect(await health(dbAt(await freePort()))).toBe(false);
  });

  it("does not wait for a database that is silent", async () => {
    const callers: Socket[] = [];
    const silent = createServer((caller) => void callers.push(caller));
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    const asked = dbAt((silent.address() as { port: number }).port);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    let answer: boolean | undefined;
    const answered = health(asked).then((good) => (answer = good));
    await vi.advanceTimersByTimeAsync(patience.healthMs - 1);
    expect(answer).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    await answered;
    expect(answer).toBe(false);
    // Only now is the line cut, which ends the attempt to connect.
    for (const caller of callers) caller.destroy();
    silent.close();
  });
});
