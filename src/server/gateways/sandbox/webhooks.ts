import { pace, patience } from "~/server/patience";
import { sign } from "../signature";
import { newId, unixNow, type Bank } from "./bank";
import { faultsOn } from "./faults";
import type { PaymentEntity } from "./payments";

/** Waiting webhooks, under one parent so that the due ones are found by an index. */
const QUEUE = "webhooks:waiting";
const MAX_ATTEMPTS = 8;

type Message = { event: string; text: string; signature: string; deliver_at: number; attempts: number; again_ms: number | null };

/** Queues signed webhooks about the payment as it is now, one for each event, and lets them go. */
export async function announce(bank: Bank, events: string[], payment: PaymentEntity, refund?: object): Promise<void> {
  const fault = await faultsOn(bank, "webhook");
  const queued = [];
  for (const event of events) queued.push(await messages(bank, fault, event, payment, refund));
  await bank.db.sandboxRecord.createMany({ data: queued.flatMap(({ rows }) => rows) });
  if (bank.delivery === "manual") return;
  deliverSoon(bank);
  const late = Math.max(0, ...queued.map(({ lateMs }) => lateMs));
  if (late > 0) wakeLater(bank, late);
}

/** The rows of one event, with what befalls it on its way. */
async function messages(
  bank: Bank,
  fault: Awaited<ReturnType<typeof faultsOn>>,
  event: string,
  payment: PaymentEntity,
  refund?: object,
) {
  if (await fault("lose")) return { rows: [], lateMs: 0 };
  const delay = (await fault("delay"))?.ms ?? 0;
  const behind = (await fault("reorder")) ? 400 : 0;
  const again = await fault("replay");
  const text = JSON.stringify({
    entity: "event",
    account_id: "acc_sandbox",
    event,
    contains: refund ? ["refund", "payment"] : ["payment"],
    payload: { payment: { entity: payment }, ...(refund && { refund: { entity: refund } }) },
    created_at: unixNow(),
  });
  const id = newId("evt");
  const signature = sign(text, bank.webhookSecret);
  const deliver_at = Date.now() + delay + behind;
  const message: Message = { event, text, signature, deliver_at, attempts: 0, again_ms: again?.ms ?? null };
  const copies = (await fault("double")) ? 2 : 1;
  const rows = Array.from({ length: copies }, (_, copy) => ({
    // The event id is the part before the dot: copies and replays carry the same one.
    id: copy === 0 ? id : `${id}.${copy}`,
    kind: "webhook",
    parentId: QUEUE,
    body: message,
  }));
  if (await fault("forge")) {
    const forged = { ...message, signature: sign(text, "a stranger's secret"), deliver_at: Date.now(), attempts: MAX_ATTEMPTS - 1 };
    rows.unshift({ id: newId("evt"), kind: "webhook", parentId: QUEUE, body: forged });
  }
  return { rows, lateMs: delay + behind };
}

/** So many webhooks are on their way at once: each waits for its answer. */
const LINES = 4;
let lines = 0;
let more = false;

/** Sends what is due in the background, on a few lines however often it is asked for. */
function deliverSoon(bank: Bank): void {
  more = true;
  if (lines < LINES) void line(bank);
}

async function line(bank: Bank): Promise<void> {
  lines++;
  try {
    do {
      more = false;
      await deliverDue(bank);
    } while (more);
  } catch {
    // The database is away: the next call to the bank begins anew.
  } finally {
    lines--;
  }
}

let sweptAt = -Infinity;

/** What a process that ended left behind is sent by the next one that the bank is asked in; looked for once in a while. */
export function sweep(bank: Bank): void {
  if (bank.delivery === "manual" || performance.now() - sweptAt < pace.sandboxSweepMs) return;
  sweptAt = performance.now();
  deliverSoon(bank);
}

/** Sends what is due, each at most once at a time whatever number of processes tries. @returns how many were taken */
export async function deliverDue(bank: Bank): Promise<number> {
  let delivered = 0;
  for (;;) {
    const now = Date.now();
    const [row] = await bank.db.$queryRaw<{ id: string; body: Message }[]>`
      UPDATE "SandboxRecord" SET body = body || jsonb_build_object(
               'attempts', (body->>'attempts')::int + 1, 'deliver_at', ${now + pace.sandboxLeaseMs}::bigint)
       WHERE id = (SELECT id FROM "SandboxRecord" WHERE "parentId" = ${QUEUE} AND (body->>'deliver_at')::bigint <= ${now}
                    ORDER BY (body->>'deliver_at')::bigint, "createdAt", id LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING id, body`;
    if (!row) return delivered;
    const taken = await post(bank, row.id, row.body);
    if (taken) delivered++;
    await settle(bank, row.id, row.body, taken);
  }
}

async function post(bank: Bank, id: string, message: Message): Promise<boolean> {
  try {
    const response = await fetch(bank.webhookUrl, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-razorpay-signature": message.signature,
        "x-razorpay-event-id": id.split(".")[0]!,
      },
      body: message.text,
      signal: AbortSignal.timeout(patience.webhookMs),
    });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

async function settle(bank: Bank, id: string, message: Message, taken: boolean): Promise<void> {
  const retryMs = 500 * 2 ** message.attempts;
  const againMs = taken ? message.again_ms : message.attempts < MAX_ATTEMPTS ? retryMs : null;
  const due = Date.now() + (againMs ?? 0);
  await bank.db.$executeRaw`
    UPDATE "SandboxRecord" SET "parentId" = ${againMs === null ? null : QUEUE},
           body = body || jsonb_build_object('deliver_at', ${due}::bigint, 'again_ms', NULL)
     WHERE id = ${id}`;
  if (againMs !== null && bank.delivery === "auto") wakeLater(bank, againMs);
}

/** Only a convenience: what this process forgets, the next call to the bank sends. */
function wakeLater(bank: Bank, ms: number): void {
  setTimeout(() => deliverSoon(bank), ms + 5).unref();
}

