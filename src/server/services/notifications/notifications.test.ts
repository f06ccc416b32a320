import { describe, expect, it } from "vitest";
import { makeUser } from "~/test/factories";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";

const db = testDb();

describe("notifications", () => {
  it("are one's own, the newest first, read one by one or all at once", async () => {
    const [asha, other] = [await makeUser(db), await makeUser(db)];
    for (const [index, user] of [asha, other, asha, asha].entries()) {
      await db.notification.create({
        data: { userId: user.id, type: "x", title: `News ${index}`, body: "", createdAt: new Date(Date.now() - 10_000 + index) },
      });
    }
    const api = callerFor(asha).notification;
    const first = await api.list({ limit: 2 });
    expect(first).toMatchObject({ unread: 3, total: 3, pageCount: 2, items: [{ title: "News 3" }, { title: "News 2" }] });
    const { id } = first.items[0]!;
    await api.markRead({ id });
    await api.markRead({ id });
    await expect(callerFor(other).notification.markRead({ id })).rejects.toMatchObject({ cause: { code: "NOT_FOUND" } });
    expect(await api.list({ unreadOnly: true })).toMatchObject({ unread: 2, total: 2 });
    expect(await api.markAllRead()).toEqual({ count: 2 });
    expect((await api.list()).unread).toBe(0);
    expect((await callerFor(other).notification.list()).unread).toBe(1);
    await expect(callerFor(null).notification.list()).rejects.toMatchObject({ cause: { code: "UNAUTHORIZED" } });
  });
});
