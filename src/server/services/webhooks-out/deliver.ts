import { randomUUID } from "node:crypto";
import { Webhook } from "standardwebhooks";
import type { Db } from "~/server/db/db";
import { postWebhook, type PostOptions } from "~/server/gateways/webhook-post";
import { log } from "~/server/log";
import { disableEndpoint } from "./disable-endpoint";

/** How long an endpoint is one run's alone; many times what a message may take. */
const LEASE_SECONDS = 60;
/** Below the 60 s that a platform grants a job. */
const BUDGET_MS = 40_000;
/** Endpoints at once: one that hangs keeps no other waiting. */
const AT_ONCE = 10;
/** Messages that one run sends to one endpoint; the rest has its turn later. */
const MOST_EACH = 200;

/** Minutes to wait after each failed attempt; then every 12 hours. */
const BACKOFF_MINUTES = [1, 5, 15, 60, 180, 360];
const LATER_MINUTES = 720;
/** A message is given up three days after its first attempt. */
const GIVE_UP_MS = 3 * 86_400_000;

type Lane = { id: string; url: string; secret: string; formerSecret: string | null };
type Message = { id: string; payload: unknown; attempts: number; firstAttemptAt: Date | null; due: boolean };
type Count = { delivered: number; retried: number; failed: number };

export type DeliverOptions = { post?: PostOptions; budgetMs?: number; now?: () => Date };

/**
 * Sends the messages that are due, each endpoint's in their order: while the oldest waits for its next attempt, those
 * behind it wait too. An endpoint is claimed with a lease, so that two runs never send to one at once; a message whose
 * run died is sent again with the same id.
 */
export async function deliverWebhooks({ db, ...options }: DeliverOptions & { db: Db }): Promise<Count> {
  const count: Count = { delivered: 0, retried: 0, failed: 0 };
  const until = performance.now() + (options.budgetMs ?? BUDGET_MS);
  const worker = randomUUID();
  while (performance.now() < until) {
    const lanes = await claimLanes(db, worker);
    if (lanes.length === 0) break;
    await Promise.all(lanes.map((lane) => emptyLane({ db, lane, worker, until, count, options })));
  }
  return count;
}

/** Endpoints whose oldest message is due and that nobody has in hand. */
function claimLanes(db: Db, worker: string): Promise<Lane[]> {
  return db.$queryRaw<Lane[]>`
    WITH due AS (
      SELECT e.id FROM "WebhookEndpoint" e
        CROSS JOIN LATERAL (SELECT d."nextAttemptAt" FROM "WebhookDelivery" d
                             WHERE d."endpointId" = e.id AND d.status = 'PENDING' ORDER BY d.seq LIMIT 1) head
        LEFT JOIN "WebhookLane" l ON l."endpointId" = e.id
       WHERE e."disabledAt" IS NULL AND head."nextAttemptAt" <= now() AND (l."lockedUntil" IS NULL OR l."lockedUntil" <= now())
       ORDER BY head."nextAttemptAt" LIMIT ${AT_ONCE}),
    mine AS (
      INSERT INTO "WebhookLane" AS l ("endpointId", "lockedUntil", worker)
      SELECT id, now() + ${LEASE_SECONDS} * interval '1 second', ${worker} FROM due
      ON CONFLICT ("endpointId") DO UPDATE SET "lockedUntil" = EXCLUDED."lockedUntil", worker = EXCLUDED.worker
        WHERE l."lockedUntil" <= now()
      RETURNING "endpointId")
    SELECT e.id, e.url, e.secret, CASE WHEN e."formerSecretUntil" > now() THEN e."formerSecret" END AS "formerSecret"
      FROM "WebhookEndpoint" e JOIN mine ON mine."endpointId" = e.id`;
}

type Work = { db: Db; lane: Lane; worker: string; until: number; count: Count; options: DeliverOptions };

async function emptyLane({ db, lane, worker, until, count, options }: Work): Promise<void> {
  try {
    for (let sent = 0; sent < MOST_EACH && performance.now() < until; sent++) {
      const message = await head(db, lane.id);
      if (!message?.due) break;
      const outcome = await send(db, lane, message, options);
      count[outcome]++;
      if (outcome === "retried" || !(await prolong(db, lane.id, worker))) break;
    }
  } finally {
    await db.$executeRaw`UPDATE "WebhookLane" SET "lockedUntil" = now() WHERE "endpointId" = ${lane.id} AND worker = ${worker}`;
  }
}

async function head(db: Db, endpointId: string): Promise<Message | undefined> {
  const [message] = await db.$queryRaw<Message[]>`
    SELECT d.id, d.payload, d.attempts, d."firstAttemptAt", d."nextAttemptAt" <= now() AS due
      FROM "WebhookDelivery" d JOIN "WebhookEndpoint" e ON e.id = d."endpointId"
     WHERE d."endpointId" = ${endpointId} AND d.status = 'PENDING' AND e."disabledAt" IS NULL
     ORDER BY d.seq LIMIT 1`;
  return message;
}

/** Another run may have taken the endpoint over, where this one was slow: then it is theirs. */
async function prolong(db: Db, endpointId: string, worker: string): Promise<boolean> {
  const mine = await db.$executeRaw`
    UPDATE "WebhookLane" SET "lockedUntil" = now() + ${LEASE_SECONDS} * interval '1 second'
     WHERE "endpointId" = ${endpointId} AND worker = ${worker}`;
  return mine > 0;
}

async function send(db: Db, lane: Lane, message: Message, options: DeliverOptions): Promise<keyof Count> {
  const now = options.now?.() ?? new Date();
  const body = JSON.stringify(message.payload);
  const { status, error } = await postWebhook(lane.url, body, signed(lane, message.id, now, body), options.post);
  const attempts = message.attempts + 1;
  const firstAttemptAt = message.firstAttemptAt ?? now;
  const tried = { attempts, firstAttemptAt, responseStatus: status, lastError: error };
  const mine = { id: message.id, status: "PENDING" as const, attempts: message.attempts };
  if (!error) {
    await db.webhookDelivery.updateMany({ where: mine, data: { ...tried, status: "DELIVERED", deliveredAt: now } });
    return "delivered";
  }
  log.info({ deliveryId: message.id, endpointId: lane.id, attempts, status }, "webhook not delivered");
  const nextAttemptAt = new Date(now.getTime() + (BACKOFF_MINUTES[attempts - 1] ?? LATER_MINUTES) * 60_000);
  const given = nextAttemptAt.getTime() - firstAttemptAt.getTime() > GIVE_UP_MS;
  await db.webhookDelivery.updateMany({ where: mine, data: { ...tried, ...(given ? { status: "FAILED" } : { nextAttemptAt }) } });
  if (status === 410) await disableEndpoint({ db, id: lane.id, reason: "The receiver answered 410 Gone." });
  return given ? "failed" : "retried";
}

/** Standard Webhooks' headers; while two secrets hold, a signature by each. */
export function signed(lane: Pick<Lane, "secret" | "formerSecret">, id: string, at: Date, body: string): Record<string, string> {
  const secrets = [lane.secret, ...(lane.formerSecret ? [lane.formerSecret] : [])];
  return {
    "content-type": "application/json",
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1_000)),
    "webhook-signature": secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(" "),
  };
}
