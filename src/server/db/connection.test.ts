import { afterAll, expect, it } from "vitest";
import { anotherDb } from "~/test/harness/database";
import { makeUser } from "~/test/factories";

// One connection, so that whatever a transaction leaves behind is met by the next.
const db = anotherDb(1);
afterAll(() => db.$disconnect());

const serializable = { isolationLevel: "Serializable" } as const;
const readCommitted = { isolationLevel: "ReadCommitted" } as const;
/** Whether the connection was left inside a transaction: its time would stand still. */
async function isOpen(): Promise<boolean> {
  const [row] = await db.$queryRaw<[{ open: boolean }]>`SELECT now() <> statement_timestamp() AS open`;
  return row.open;
}

type Level = { transaction_isolation: string };

it.each([
  ["serializable", serializable],
  ["read committed", readCommitted],
])("is %s from its first statement on, and over at its end", async (level, options) => {
  const levels = await db.$transaction(
    async (tx) => [await tx.$queryRaw<Level[]>`SHOW transaction_isolation`, await tx.$queryRaw<Level[]>`SHOW transaction_isolation`],
    options,
  );
  expect(levels.flat().map((row) => row.transaction_isolation)).toEqual([level, level]);
  expect(await isOpen()).toBe(false);
});

it("gives the first statement's rows, with and without values, and the count of a change", async () => {
  const user = await makeUser(db);
  const rows = await db.$transaction((tx) => tx.$queryRaw`SELECT 1 AS one UNION SELECT 2 ORDER BY 1`, serializable);
  expect(rows).toEqual([{ one: 1 }, { one: 2 }]);
  const changed = await db.$transaction((tx) => tx.$executeRaw`UPDATE "User" SET name = 'Asha' WHERE id = ${user.id}`, serializable);
  expect(changed).toBe(1);
  const found = await db.$transaction((tx) => tx.user.findUniqueOrThrow({ where: { id: user.id } }), serializable);
  expect(found.name).toBe("Asha");
});

it("saves nothing where the first statement fails, nor where the work does", async () => {
  const user = await makeUser(db, { name: "before" });
  const wrong = db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT 1 / 0`;
  }, serializable);
  await expect(wrong).rejects.toThrow(/division by zero/);
  const failing = db.$transaction(async (tx) => {
    await tx.user.update({ where: { id: user.id }, data: { name: "half done" } });
    throw new Error("no");
  }, serializable);
  await expect(failing).rejects.toThrow("no");
  expect((await db.user.findUniqueOrThrow({ where: { id: user.id } })).name).toBe("before");
});

it("opens nothing for work that asks nothing", async () => {
  expect(await db.$transaction(() => Promise.resolve("nothing"), serializable)).toBe("nothing");
  expect(await isOpen()).toBe(false);
});
