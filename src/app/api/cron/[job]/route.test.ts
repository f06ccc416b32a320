import { describe, expect, it } from "vitest";
import { env } from "~/env";
import { makeUser } from "~/test/factories";
import { testDb } from "~/test/harness/database";
import { GET, POST } from "./route";

const db = testDb();
const secret = `Bearer ${env.CRON_SECRET}`;

const call = (authorization: string | undefined, job = "clean-notifications", method: typeof GET = GET) =>
  method(
    new Request(`http://localhost/api/cron/${job}`, { headers: authorization ? { authorization } : {} }),
    {
      params: Promise.resolve({ job }),
    },
  );

/** A read notification of 31 days ago, which the job would remove. */
async function makeOldNotification(fields: { readAt?: Date | null; createdAt?: Date } = {}) {
  const user = await makeUser(db);
  const old = new Date(Date.now() - 31 * 86_400_000);
  return db.notification.create({
    data: { userId: user.id, type: "T", title: "t", body: "b", readAt: old, createdAt: old, ...fields },
  });
}

describe("/api/cron/[job]", () => {
  it.each([
    undefined,
    "Bearer undefined",
    "Bearer ",
    "Bearer wrong",
    `${secret}x`,
    `Basic ${env.CRON_SECRET}`,
  ])("does nothing for %s", async (authorization) => {
    await makeOldNotification();
    const answer = await call(authorization);
    expect(answer.status).toBe(401);
    expect(await db.notification.count()).toBe(1);
    expect(await db.jobRun.count()).toBe(0);
  });

  it.each([GET, POST])("runs the job and says what it did (%#)", async (method) => {
    await makeOldNotification();
    const answer = await call(secret, "clean-notifications", method);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ ok: true, result: { notifications: 1, jobRuns: 0 } });
    expect(await db.jobRun.findMany()).toMatchObject([
      { job: "clean-notifications", result: { notifications: 1, jobRuns: 0 }, error: null },
    ]);
  });

  it("keeps what is unread or not 30 days old", async () => {
    await makeOldNotification({ readAt: null });
    await makeOldNotification({ createdAt: new Date(Date.now() - 29 * 86_400_000) });
    await call(secret);
    expect(await db.notification.count()).toBe(2);
  });

  it.each(["no-such-job", "toString", "__proto__"])("knows no job %s", async (job) => {
    expect((await call(secret, job)).status).toBe(404);
    expect(await db.jobRun.count()).toBe(0);
  });

  it("runs every job of the schedule", async () => {
    const { schedule } = await import("~/server/jobs/schedule");
    for (const job of Object.keys(schedule)) expect((await call(secret, job)).status).toBe(200);
  });
});
