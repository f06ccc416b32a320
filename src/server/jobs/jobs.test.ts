import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { makeUser } from "~/test/factories";
import { anotherDb, testDb } from "~/test/harness/database";
import { cleanNotifications } from "./clean-notifications";
import { mayRunJobs } from "./may-run-jobs";
import { registry } from "./registry";
import { runJob } from "./run-job";
import { schedule } from "./schedule";

const db = testDb();
const other = anotherDb();

describe("mayRunJobs", () => {
  it("lets nobody in where no secret is set", () => {
    for (const secret of [undefined, ""]) {
      for (const header of ["Bearer undefined", "Bearer ", "Bearer", "", null])
        expect(mayRunJobs(header, secret)).toBe(false);
    }
  });

  it("takes the secret and nothing like it", () => {
    expect(mayRunJobs("Bearer s3cret-word", "s3cret-word")).toBe(true);
    for (const header of ["s3cret-word", "bearer s3cret-word", "Bearer s3cret-wor", "Bearer s3cret-word2"]) {
      expect(mayRunJobs(header, "s3cret-word")).toBe(false);
    }
  });
});

describe("the schedule", () => {
  it("is the same in vercel.json and in the registry", () => {
    const { crons } = JSON.parse(readFileSync("vercel.json", "utf8")) as {
      crons: { path: string; schedule: string }[];
    };
    const listed = Object.fromEntries(
      crons.map((cron) => [cron.path.replace("/api/cron/", ""), cron.schedule]),
    );
    expect(listed).toEqual(schedule);
    expect(Object.keys(registry).sort()).toEqual(Object.keys(schedule).sort());
  });
});

describe("clean-notifications", () => {
  it("removes what was read and is old, once, where two runs work at once", async () => {
    const { id: userId } = await makeUser(db);
    const old = new Date(Date.now() - 31 * 86_400_000);
    const some = (count: number, fields: object) =>
      db.notification.createMany({ data: Array.from({ length: count }, () => ({ userId, type: "x", title: "x", body: "x", ...fields })) });
    await some(2_500, { readAt: old, createdAt: old });
    await some(3, { createdAt: old });
    await some(2, { readAt: new Date() });
    const runs = await Promise.all([cleanNotifications({ db }), cleanNotifications({ db: other })]);
    expect(runs[0]!.notifications! + runs[1]!.notifications!).toBe(2_500);
    expect(await db.notification.count()).toBe(5);
  });
});

describe("runJob", () => {
  it("writes down why a job failed", async () => {
    const outcome = await runJob("broken", () => Promise.reject(new Error("the printer is on fire")));
    expect(outcome).toMatchObject({ ok: false, job: "broken" });
    const [run] = await db.jobRun.findMany();
    expect(run).toMatchObject({ job: "broken", error: "the printer is on fire", result: null });
    expect(run?.finishedAt).toBeInstanceOf(Date);
  });
});
