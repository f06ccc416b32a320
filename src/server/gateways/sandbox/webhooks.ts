import { pace, patience } from "~/server/patience";
import { sign } from "../signature";
import { newId, unixNow, type Bank } from "./bank";
import { faultsOn } from "./faults";
import type { PaymentEntity } from "./payments";

/** Waiting webhooks, under one parent so that the due ones are found by an index. */
const QUEUE = "webhooks:waiting";
const MAX_ATTEMPTS = 8;

type Message = { event: string; text: string; signature: string; deliver_at: number; attempts: number; again_ms: number | null };

/** Queues a signed webhook with the payment as it is now, and lets it go. */
export async function announce(bank: Bank, event: string, payment: PaymentEntity, refund?: object): Promise<void> {
  const fault = await faultsOn(bank, "webhook");
  if (await fault("lose")) return;
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
  const data = Array.from({ length: copies }, (_, copy) => ({
    // The event id is the part before the dot: copies and replays carry the same one.
    id: copy === 0 ? id : `${id}.${copy}`,
    kind: "webhook",
    parentId: QUEUE,
    body: message,
  }));
  if (await fault("forge")) {
    const forged = { ...message, signature: sign(text, "a stranger's secret"), deliver_at: Date.now(), attempts: MAX_ATTEMPTS - 1 };
    data.unshift({ id: newId("evt"), kind: "webhook", parentId: QUEUE, body: forged });
  }
  await bank.db.sandboxRecord.createMany({ data });
  if (bank.delivery === "manual") return;
  void deliverDue(bank).catch(() => undefined);
  if (delay + behind > 0) wakeLater(bank, delay + behind);
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
  setTimeout(() => void deliverDue(bank).catch(() => undefined), ms + 5).unref();
}

