import { describe, expect, it } from "vitest";
import { makeUser } from "~/test/factories";
import { anotherDb, testDb } from "~/test/harness/database";
import { callOnce } from "./one-trip";

const db = testDb();
const one = anotherDb(1);
const anotherDbs = [anotherDb(3), anotherDb(3)];

/** A statement that is not kept prepared under a name others use. */
const call = (name: string, text: string, ...values: unknown[]) => ({ name: `test_${name}`, text, values });
const rename = (id: string, name: string) => call("rename", `UPDATE "User" SET name = $2 WHERE id = $1 RETURNING name`, id, name);
const nameOf = async (id: string) => (await db.user.findUniqueOrThrow({ where: { id } })).name;

describe("a transaction in one trip", () => {
  it("is Serializable, and committed when it answers", async () => {
    const [{ level }] = (await callOnce<{ level: string }>(db, call("level", "SELECT current_setting('transaction_isolation') AS level"))) as [{ level: string }];
    expect(level).toBe("serializable");
    const { id } = await makeUser(db);
    expect(await callOnce(one, rename(id, "Asha"))).toEqual([{ name: "Asha" }]);
    expect(await nameOf(id)).toBe("Asha");
  });

  it("saves nothing where it is refused, and its connection serves the next", async () => {
    const { id, name } = await makeUser(db);
    const refused = call("refused", `WITH changed AS (UPDATE "User" SET name = 'Nobody' WHERE id = $1 RETURNING 1) SELECT refuse_sale('NO') FROM changed`, id);
    await expect(callOnce(one, refused)).rejects.toMatchObject({ name: "Refusal", outcome: "NO" });
    expect(await nameOf(id)).toBe(name);
    expect(await callOnce(one, rename(id, "Biju"))).toEqual([{ name: "Biju" }]);
    expect(await nameOf(id)).toBe("Biju");
  });

  it("saves nothing where COMMIT is what fails", async () => {
    const { id } = await makeUser(db);
    const orphan = call("orphan", `INSERT INTO "Notification" (id, "userId", type, title, body) VALUES ('orphan', $1, 't', 't', 't')`, "nobody");
    await expect(callOnce(one, orphan)).rejects.toMatchObject({ code: "23503" });
    expect(await db.notification.count()).toBe(0);
    expect(await callOnce(one, rename(id, "Chitra"))).toEqual([{ name: "Chitra" }]);
  });

  it("is tried again after a conflict, with the other's work before its eyes", async () => {
    const { id } = await makeUser(db, { name: "0" });
    const count = call("count", `UPDATE "User" SET name = (name::int + 1)::text WHERE id = $1`, id);
    const conflicts: string[] = [];
    const many = anotherDbs.flatMap((client) => [1, 2, 3].map(() => callOnce(client, count, { onConflict: (shape) => conflicts.push(shape) })));
    await Promise.all(many);
    expect(await nameOf(id)).toBe(String(many.length));
    expect(conflicts).toContain("DRIVER");
  });
});
