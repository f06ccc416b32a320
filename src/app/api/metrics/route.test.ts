import { beforeEach, describe, expect, it, vi } from "vitest";
import { env } from "~/env";
import { transaction } from "~/server/db/transaction";
import { holdSeats } from "~/server/services/sale/seats/hold-seats";
import { makeEvent, makeUser } from "~/test/factories";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";
import { GET } from "./route";

const db = testDb();
const shared = globalThis as { aisleMetrics?: unknown; aisleShopMetrics?: unknown; aisleAudit?: unknown };

beforeEach(() => {
  for (const key of ["aisleMetrics", "aisleShopMetrics", "aisleAudit"] as const) delete shared[key];
});

const ask = (authorization?: string) => GET(new Request("http://localhost:3000/api/metrics", { headers: authorization ? { authorization } : {} }), {});
const read = async () => (await ask(`Bearer ${env.METRICS_SECRET ?? env.CRON_SECRET}`)).text();

describe("/api/metrics", () => {
  it.each([undefined, "Bearer undefined", "Bearer ", "Bearer wrong", `Basic ${env.CRON_SECRET}`])("tells %s nothing", async (authorization) => {
    const answer = await ask(authorization);
    expect(answer.status).toBe(401);
    expect(await answer.text()).not.toContain("aisle_");
  });

  it("counts calls by procedure, and how they ended", async () => {
    const { event } = await makeEvent(db);
    await callerFor(null).event.byId({ id: event.id });
    await expect(callerFor(await makeUser(db)).admin.integrity()).rejects.toThrow();
    const text = await read();
    expect(text).toContain('aisle_calls_total{procedure="event.byId"} 1');
    expect(text).toMatch(/aisle_call_seconds_total\{procedure="event\.byId"\} \d/);
    expect(text).toContain('aisle_call_errors_total{procedure="admin.integrity",outcome="refused"} 1');
    expect(text).toMatch(/aisle_call_duration_seconds_count\{kind="query"\} 2/);
  });

  it("counts conflicts, and who is told BUSY for them", async () => {
    const conflict = Object.assign(new Error("could not serialize access"), { code: "P2034" });
    const lose = () => transaction(db, () => Promise.reject(conflict), { tries: 2 });
    await expect(lose()).rejects.toMatchObject({ code: "BUSY" });
    const text = await read();
    expect(text).toContain('aisle_conflicts_total{shape="P2034"} 2');
    expect(text).toContain('aisle_busy_total{reason="conflicts"} 1');
  });

  it("says how the shop stands", async () => {
    const { event, seats } = await makeEvent(db);
    const actor = await makeUser(db);
    await holdSeats({ db, actor, eventId: event.id, seatIds: [seats[0]!.id, seats[1]!.id] });
    await db.jobRun.create({ data: { job: "deliver-outbox", startedAt: new Date(), finishedAt: new Date(Date.now() - 60_000) } });
    await db.jobRun.create({ data: { job: "deliver-outbox", startedAt: new Date(), finishedAt: new Date(), error: "no" } });
    const due = new Date(Date.now() - 120_000);
    await db.outboxMessage.create({ data: { template: "x", recipient: "a@aisle.test", payload: {}, dedupeKey: "x", nextAttemptAt: due } });
    const text = await read();
    expect(text).toContain("aisle_seats_held 2");
    expect(Number(/aisle_job_age_seconds\{job="deliver-outbox"\} ([\d.]+)/.exec(text)![1])).toBeGreaterThanOrEqual(60);
    expect(text).toContain('aisle_job_age_seconds{job="send-reminders"} -1');
    expect(Number(/aisle_outbox_age_seconds ([\d.]+)/.exec(text)![1])).toBeGreaterThanOrEqual(120);
    expect(text).toMatch(/aisle_pool_connections\{state="(idle|used)"\} \d/);
    expect(text).toContain('aisle_audit_broken{rule="standing-agrees"} 0');
  });

  it("shows a rule of the books that is broken, by the next audit", async () => {
    expect(await read()).toContain('aisle_audit_broken{rule="standing-agrees"} 0');
    const { event, seats } = await makeEvent(db);
    await holdSeats({ db, actor: await makeUser(db), eventId: event.id, seatIds: [seats[0]!.id] });
    await db.$executeRaw`UPDATE "SeatHold" SET "seatsBought" = "seatsBought" + 1`;
    expect(await read()).toContain('aisle_audit_broken{rule="standing-agrees"} 0');
    const later = performance.now() + 301_000;
    vi.spyOn(performance, "now").mockImplementation(() => later);
    await read();
    await vi.waitFor(async () => expect(await read()).toContain('aisle_audit_broken{rule="standing-agrees"} 1'), 60_000);
  });
});
