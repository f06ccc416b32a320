import { Gauge, Registry } from "prom-client";
import type { Db } from "~/server/db/db";
import { schedule } from "~/server/jobs/schedule";
import { auditBooks } from "~/server/services/integrity/audit-books";

/** The books are added up anew when the last result is older than this, in ms: it reads whole tables. */
const AUDIT_EVERY_MS = 300_000;

type Counted = { state: string; count: number };

function create() {
  const registry = new Registry();
  const gauge = (name: string, help: string, labelNames: string[] = []) => new Gauge({ name, help, labelNames, registers: [registry] });
  return {
    registry,
    held: gauge("aisle_seats_held", "Seats that somebody holds at this moment."),
    bookings: gauge("aisle_bookings", "Bookings by state.", ["state"]),
    payments: gauge("aisle_payments", "Payments by state.", ["state"]),
    refunds: gauge("aisle_refunds", "Refunds by state.", ["state"]),
    outbox: gauge("aisle_outbox_messages", "Mails that have not left, by state.", ["state"]),
    outboxAge: gauge("aisle_outbox_age_seconds", "How long the oldest mail that is due has waited."),
    webhookLag: gauge("aisle_webhook_lag_seconds", "How long the oldest webhook that is due has waited: in, from the gateway; out, to organizers.", ["direction"]),
    failedRows: gauge("aisle_failed_rows", "Rows that a job could not work on and will try again."),
    jobAge: gauge("aisle_job_age_seconds", "How long ago each job was done the last time; -1: never yet.", ["job"]),
    broken: gauge("aisle_audit_broken", "Things that break a rule of the books: must be 0.", ["rule"]),
    auditAge: gauge("aisle_audit_age_seconds", "How old the last audit of the books is."),
  };
}

export type Shop = ReturnType<typeof create>;

const shared = globalThis as unknown as { aisleShopMetrics?: Shop; aisleAudit?: { at: number; done: Promise<void> } };

/** What the database knows, of the whole shop: the same whichever process is asked. */
export function shop(): Shop {
  return (shared.aisleShopMetrics ??= create());
}

/** Reads how the shop stands, into its gauges. */
export async function readShop(db: Db, nowMs: () => number = () => performance.now()): Promise<string> {
  const gauges = shop();
  await Promise.all([readSales(db, gauges), readWork(db, gauges), readJobs(db, gauges), readBooks(db, gauges, nowMs)]);
  gauges.auditAge.set((nowMs() - (shared.aisleAudit?.at ?? nowMs())) / 1_000);
  return gauges.registry.metrics();
}

async function readSales(db: Db, { held, bookings, payments, refunds }: Shop): Promise<void> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "SeatHold" h CROSS JOIN LATERAL unnest(h."seatIds") u(id) JOIN "Seat" s ON s.id = u.id
     WHERE seat_is_held_by(s, h."userId")`;
  held.set(row?.count ?? 0);
  fill(bookings, await db.$queryRaw<Counted[]>`SELECT status::text AS state, count(*)::int AS count FROM "Booking" GROUP BY status`);
  fill(payments, await db.$queryRaw<Counted[]>`SELECT status::text AS state, count(*)::int AS count FROM "Payment" GROUP BY status`);
  fill(refunds, await db.$queryRaw<Counted[]>`SELECT status::text AS state, count(*)::int AS count FROM "Refund" GROUP BY status`);
}

async function readWork(db: Db, { outbox, outboxAge, webhookLag, failedRows }: Shop): Promise<void> {
  fill(outbox, await db.$queryRaw<Counted[]>`
    SELECT status::text AS state, count(*)::int AS count FROM "OutboxMessage" WHERE status IN ('PENDING', 'SENDING', 'FAILED') GROUP BY status`);
  const [late] = await db.$queryRaw<{ outbox: number; into: number; out: number; failed: number }[]>`
    SELECT coalesce(extract(epoch FROM now() - (SELECT min("nextAttemptAt") FROM "OutboxMessage" WHERE status = 'PENDING' AND "nextAttemptAt" <= now())), 0)::float8 AS outbox,
           coalesce(extract(epoch FROM now() - (SELECT min("receivedAt") FROM "WebhookEvent" WHERE "processedAt" IS NULL)), 0)::float8 AS into,
           coalesce(extract(epoch FROM now() - (SELECT min("nextAttemptAt") FROM "WebhookDelivery" WHERE status = 'PENDING' AND "nextAttemptAt" <= now())), 0)::float8 AS out,
           (SELECT count(*) FROM "FailedRow")::int AS failed`;
  outboxAge.set(late?.outbox ?? 0);
  webhookLag.set({ direction: "in" }, late?.into ?? 0);
  webhookLag.set({ direction: "out" }, late?.out ?? 0);
  failedRows.set(late?.failed ?? 0);
}

async function readJobs(db: Db, { jobAge }: Shop): Promise<void> {
  const runs = await db.$queryRaw<{ job: string; age: number | null }[]>`
    SELECT j.job, extract(epoch FROM now() - (SELECT max(r."finishedAt") FROM "JobRun" r WHERE r.job = j.job AND r.error IS NULL))::float8 AS age
      FROM unnest(${Object.keys(schedule)}::text[]) j(job)`;
  for (const { job, age } of runs) jobAge.set({ job }, age ?? -1);
}

/** The first who asks waits for the audit; later ones get the last one's result while the next is made. */
function readBooks(db: Db, { broken }: Shop, nowMs: () => number): Promise<void> {
  const last = shared.aisleAudit;
  if (last && nowMs() - last.at < AUDIT_EVERY_MS) return last.done;
  const audit = auditBooks({ db }).then(({ rules }) => {
    for (const { name, broken: count } of rules) broken.set({ rule: name }, count);
  });
  // One that fails is made again by who asks next; the age tells.
  audit.catch(() => void (shared.aisleAudit === next && (shared.aisleAudit = last)));
  const next = { at: nowMs(), done: audit };
  shared.aisleAudit = next;
  return last ? Promise.resolve() : audit;
}

function fill(gauge: Gauge, counted: Counted[]): void {
  gauge.reset();
  for (const { state, count } of counted) gauge.set({ state }, count);
}
