import { createServer } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { freePort } from "~/cli/embedded-postgres";
import { createDb, type Db } from "./db/db";
import { health } from "./health";
import { testDb } from "~/test/harness/database";

const db = testDb();
const others: Db[] = [];
afterEach(() => Promise.all(others.splice(0).map((other) => other.$disconnect())));

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
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    const from = performance.now();
    expect(await health(dbAt((silent.address() as { port: number }).port), 200)).toBe(false);
    expect(performance.now() - from).toBeLessThan(1_500);
    silent.close();
  });
});
