import { env } from "~/env";
import { databaseNow } from "~/server/db/clock";
import type { Db } from "~/server/db/db";
import { MailRefused, messageIdOf, type Attachment, type Mailer } from "~/server/gateways/mail";
import { log } from "~/server/log";
import { pace, patience } from "~/server/patience";
import { withoutSecrets } from "./blank-tokens";
import { isOptional } from "./content";
import { outdated } from "./outdated";
import { renderMail } from "./render";

export type OutboxRow = { id: string; template: string; recipient: string; payload: unknown; attempts: number };

const BATCH = 5;

/** Minutes to wait after each failed attempt; after the last, a person looks at the outbox page. */
const BACKOFF_MINUTES = [1, 5, 15, 60, 180, 360, 720];

/**
 * Sends the mails that are due, a few at a time. Each is claimed with a lease before it is sent: two runs at once never
 * hold the same one, and what a dying run left behind comes up again when its lease has ended, with the same
 * Message-ID. Without a mail server everything waits; what is overtaken by the time it may leave is
 * dropped.
 */
export async function deliverOutbox(input: {
  db: Db;
  mailer: Mailer | null;
  attachmentsFor: (row: OutboxRow) => Promise<Attachment[]>;
  budgetMs?: number;
}): Promise<{ sent: number; failed: number; retried: number; dropped: number; waiting: number }> {
  const { db, mailer, attachmentsFor, budgetMs = patience.outboxRunMs } = input;
  const count = { sent: 0, failed: 0, retried: 0, dropped: 0 };
  const startedAt = performance.now();
  while (mailer && performance.now() - startedAt < budgetMs) {
    const rows = await claim(db);
    if (rows.length === 0) break;
    const outcomes = await Promise.all(rows.map((row) => deliver(db, mailer, row, attachmentsFor)));
    for (const outcome of outcomes) count[outcome] += 1;
    // A server that takes none of them is away: the rest would only use up their attempts.
    if (outcomes.every((outcome) => outcome === "retried")) break;
  }
  const waiting = await db.outboxMessage.count({ where: { channel: "mail", status: { in: ["PENDING", "SENDING"] } } });
  return { ...count, waiting };
}

function claim(db: Db): Promise<OutboxRow[]> {
  return db.$queryRaw<OutboxRow[]>`
    UPDATE "OutboxMessage" SET status = 'SENDING', attempts = attempts + 1, "lockedUntil" = now() + ${pace.outboxLeaseMs} * interval '1 millisecond'
     WHERE id IN (
       SELECT id FROM "OutboxMessage"
        WHERE channel = 'mail' AND ((status = 'PENDING' AND "nextAttemptAt" <= now()) OR (status = 'SENDING' AND "lockedUntil" <= now()))
        ORDER BY "nextAttemptAt", id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
    RETURNING id, template, recipient, payload, attempts`;
}

async function deliver(
  db: Db,
  mailer: Mailer,
  row: OutboxRow,
  attachmentsFor: (row: OutboxRow) => Promise<Attachment[]>,
): Promise<"sent" | "failed" | "retried" | "dropped"> {
  // Whoever claimed the row after this run's lease has counted an attempt more: then it is theirs.
  const mine = { id: row.id, status: "SENDING" as const, attempts: row.attempts };
  try {
    const overtaken = await outdated({ db, row });
    if (overtaken) {
      await db.outboxMessage.updateMany({ where: mine, data: { status: "DROPPED", lastError: overtaken, lockedUntil: null, payload: withoutSecrets(row) } });
      return "dropped";
    }
    await mailer.send({
      to: row.recipient,
      ...renderMail(row.template, row.payload),
      messageId: messageIdOf(row.id),
      attachments: await attachmentsFor(row),
      unsubscribeUrl: isOptional(row.template) ? `${env.APP_URL}/profile#messages` : undefined,
    });
  } catch (error) {
    const lastError = (error instanceof Error ? error.message : String(error)).slice(0, 500);
    const minutes = BACKOFF_MINUTES[row.attempts - 1];
    const now = await databaseNow(db);
    const hopeless = error instanceof MailRefused || minutes === undefined;
    log.warn({ outboxId: row.id, template: row.template, attempts: row.attempts, err: error }, "mail not sent");
    await db.outboxMessage.updateMany({
      where: mine,
      data: hopeless
        ? { status: "FAILED", lastError, lockedUntil: null }
        : { status: "PENDING", lastError, lockedUntil: null, nextAttemptAt: new Date(now.getTime() + minutes * 60_000) },
    });
    return hopeless ? "failed" : "retried";
  }
  await db.outboxMessage.updateMany({
    where: mine,
    data: { status: "SENT", sentAt: new Date(), lockedUntil: null, lastError: null, payload: withoutSecrets(row) },
  });
  return "sent";
}
