import { beforeEach, describe, expect, it } from "vitest";
import { anotherDb, testDb } from "~/test/harness/database";
import { makeUser } from "~/test/factories";
import { conflictShape, transaction, type ConflictShape } from "./transaction";

const db = testDb();
const other = anotherDb();
let ids: [string, string];

beforeEach(async () => {
  ids = [(await makeUser(db, { name: "0" })).id, (await makeUser(db, { name: "0" })).id];
});

const nameOf = async (id: string) => (await db.user.findUniqueOrThrow({ where: { id } })).name;

describe("a conflict is retried whatever its shape", () => {
  it("P2034: an update through the query engine", async () => {
    const shapes: ConflictShape[] = [];
    let tries = 0;
    await transaction(
      db,
      async (tx) => {
        const { name } = await tx.user.findUniqueOrThrow({ where: { id: ids[0] } });
        if (++tries === 1) await other.user.update({ where: { id: ids[0] }, data: { name: "10" } });
        await tx.user.update({ where: { id: ids[0] }, data: { name: `${Number(name) + 1}` } });
      },
      { onConflict: (shape) => shapes.push(shape), deadlineMs: 30_000 },
    );
    expect(shapes).toEqual(["P2034"]);
    expect(await nameOf(ids[0])).toBe("11");
  });

  it("P2010: an update by raw SQL", async () => {
    const shapes: ConflictShape[] = [];
    let tries = 0;
    await transaction(
      db,
      async (tx) => {
        const [row] = await tx.$queryRaw<{ name: string }[]>`SELECT name FROM "User" WHERE id = ${ids[0]}`;
        if (++tries === 1) await other.user.update({ where: { id: ids[0] }, data: { name: "20" } });
        await tx.$executeRaw`UPDATE "User" SET name = ${`${Number(row?.name) + 1}`} WHERE id = ${ids[0]}`;
      },
      { onConflict: (shape) => shapes.push(shape), deadlineMs: 30_000 },
    );
    expect(shapes).toEqual(["P2010"]);
    expect(await nameOf(ids[0])).toBe("21");
  });

  it("COMMIT: two that read what the other writes", async () => {
    const shapes: ConflictShape[] = [];
    let tries = 0;
    await transaction(
      db,
      async (tx) => {
        const read = await tx.user.findUniqueOrThrow({ where: { id: ids[0] } });
        await tx.user.update({ where: { id: ids[1] }, data: { name: `saw ${read.name}` } });
        if (++tries > 1) return;
        // The other one reads what we wrote as it was, writes what we read, and commits first.
        await other.$transaction(
          async (theirs) => {
            const seen = await theirs.user.findUniqueOrThrow({ where: { id: ids[1] } });
            await theirs.user.update({ where: { id: ids[0] }, data: { name: `saw ${seen.name}` } });
          },
          { isolationLevel: "Serializable" },
        );
      },
      { onConflict: (shape) => shapes.push(shape), deadlineMs: 30_000 },
    );
    expect(shapes).toEqual(["COMMIT"]);
    expect(await nameOf(ids[1])).toBe("saw saw 0");
  });
});

describe("what is not a conflict", () => {
  it("lets the callback's own error through, once, and saves nothing", async () => {
    let tries = 0;
    const failing = transaction(db, async (tx) => {
      tries++;
      await tx.user.update({ where: { id: ids[0] }, data: { name: "half done" } });
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(tries).toBe(1);
    expect(await nameOf(ids[0])).toBe("0");
  });

  it("knows no shape in other errors", () => {
    expect(conflictShape(new Error("x"))).toBeNull();
    expect(conflictShape({ code: "P2010", meta: { driverAdapterError: { cause: { originalCode: "23505" } } } })).toBeNull();
    expect(conflictShape({ code: "P2010", meta: { driverAdapterError: { cause: { originalCode: "40P01" } } } })).toBe("P2010");
    expect(conflictShape(null)).toBeNull();
  });
});

describe("it gives up politely", () => {
  it("is BUSY after eight tries that all collide", async () => {
    let tries = 0;
    const colliding = transaction(
      db,
      async (tx) => {
        tries++;
        await tx.user.findUniqueOrThrow({ where: { id: ids[0] } });
        await other.user.update({ where: { id: ids[0] }, data: { name: `${tries}` } });
        await tx.user.update({ where: { id: ids[0] }, data: { name: "mine" } });
      },
      { deadlineMs: 20_000 },
    );
    await expect(colliding).rejects.toMatchObject({ code: "BUSY", facts: { retryAfterMs: 1_000 } });
    expect(tries).toBe(8);
  });

  it("is BUSY, and nothing is saved, where it takes longer than it may", async () => {
    const slow = transaction(
      db,
      async (tx) => {
        await tx.user.update({ where: { id: ids[0] }, data: { name: "late" } });
        // Work without an end.
        for (;;) await tx.user.update({ where: { id: ids[1] }, data: { name: "late" } });
      },
      { timeoutMs: 200 },
    );
    await expect(slow).rejects.toMatchObject({ code: "BUSY" });
    expect([await nameOf(ids[0]), await nameOf(ids[1])]).toEqual(["0", "0"]);
  });

  it("is BUSY when no connection comes free before the deadline", async () => {
    const small = anotherDb(1);
    let release = () => {};
    const blocked = new Promise<void>((resolve) => (release = resolve));
    const holder = transaction(small, async (tx) => {
      await tx.$queryRaw`SELECT 1`;
      await blocked;
    });
    await expect(transaction(small, async (tx) => tx.$queryRaw`SELECT 1`, { deadlineMs: 200 })).rejects.toMatchObject({
      code: "BUSY",
    });
    release();
    await holder;
  });
});
