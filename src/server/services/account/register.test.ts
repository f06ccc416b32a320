import { compare } from "bcryptjs";
import { describe, expect, it } from "vitest";
import { anotherDb, testDb } from "~/test/harness/database";
import { callerFor } from "~/test/harness/callers";
import { register } from "./register";

const db = testDb();
const other = anotherDb();
const asha = { name: "Asha Rao", email: "asha@example.com", password: "monsoon-lantern-42" };

describe("auth.register", () => {
  it("opens a buyer's account", async () => {
    const { id } = await callerFor(null).auth.register({
      ...asha,
      email: " Asha@Example.com ",
      phone: "98765 43210",
    });
    const user = await db.user.findUniqueOrThrow({ where: { id } });
    expect(user).toMatchObject({
      name: "Asha Rao",
      email: "asha@example.com",
      phone: "+919876543210",
      role: "USER",
    });
    expect(await compare("monsoon-lantern-42", user.passwordHash)).toBe(true);
    expect(user.passwordHash).toMatch(/^\$2b\$10\$/);
  });

  it("says beside the field that an address is taken", async () => {
    await callerFor(null).auth.register(asha);
    await expect(callerFor(null).auth.register({ ...asha, email: "ASHA@example.com" })).rejects.toMatchObject(
      {
        code: "CONFLICT",
        cause: { code: "EMAIL_TAKEN", field: "email" },
      },
    );
    expect(await db.user.count()).toBe(1);
  });

  it("gives one of all who come at once the account, and the others a reason", async () => {
    const clients = [db, other, db, other, db, other];
    await other.user.count();
    const all = await Promise.allSettled(
      clients.map((client) => register({ db: client, ip: "local", input: asha })),
    );
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const one of all) {
      if (one.status === "rejected")
        expect(one.reason).toMatchObject({ code: "EMAIL_TAKEN", field: "email" });
    }
    expect(await db.user.count()).toBe(1);
  });

  it.each([
    ["email", { email: "nobody" }],
    ["password", { password: "short" }],
    ["password", { password: "x".repeat(73) }],
    ["phone", { phone: "12" }],
    ["name", { name: "\u0000\u0000\u0000" }],
  ])("names the field that is wrong: %s", async (field, wrong) => {
    await expect(callerFor(null).auth.register({ ...asha, ...wrong })).rejects.toMatchObject({
      code: "BAD_REQUEST",
      cause: { code: "INVALID_INPUT", field },
    });
    expect(await db.user.count()).toBe(0);
  });

  it("lets nobody choose their own role", async () => {
    const { id } = await callerFor(null).auth.register({
      ...asha,
      role: "ADMIN",
      sessionVersion: 9,
    } as never);
    expect(await db.user.findUnique({ where: { id } })).toMatchObject({ role: "USER", sessionVersion: 1 });
  });

  it("is limited for one address of the network, and not for the next", async () => {
    await callerFor(null, { ip: "1.2.3.4" }).auth.register(asha);
    const tries = Array.from({ length: 29 }, () => callerFor(null, { ip: "1.2.3.4" }).auth.register(asha));
    await Promise.allSettled(tries);
    await expect(callerFor(null, { ip: "1.2.3.4" }).auth.register(asha)).rejects.toMatchObject({
      code: "TOO_MANY_REQUESTS",
    });
    await expect(callerFor(null, { ip: "1.2.3.5" }).auth.register(asha)).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });
});
