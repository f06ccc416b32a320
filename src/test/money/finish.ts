import type { Db } from "~/server/db/db";
import { deliverDue } from "~/server/gateways/sandbox/webhooks";
import { reconcile } from "~/server/services/sale/money/reconcile/reconcile";
import { expectBankAgrees, expectSoundBooks } from "../harness/sound-books";
import type { testBank } from "../harness/bank";

type TestBank = ReturnType<typeof testBank>;

/** Lets everything that waits for its time happen now: webhooks, the job, as often as it takes; then audits the books. */
export async function finish(db: Db, { gateway, bank }: TestBank, options: { webhooks?: boolean } = {}): Promise<void> {
  for (let round = 0; round < 3; round++) {
    await comeDue(db);
    if (options.webhooks !== false) await deliverDue(bank);
    await reconcile({ db, gateway, afterSeconds: 0 });
  }
  await expectSoundBooks(db);
  await expectBankAgrees(db);
}

/** As if hours had passed for everything that backs off. */
async function comeDue(db: Db): Promise<void> {
  await db.refund.updateMany({ where: { status: { in: ["PENDING", "PROCESSING"] } }, data: { nextAttemptAt: new Date(0) } });
  await db.payment.updateMany({ data: { checkedAt: null } });
  await db.webhookEvent.updateMany({ where: { processedAt: null }, data: { lockedUntil: null, receivedAt: new Date(0) } });
  await db.$executeRaw`
    UPDATE "SandboxRecord" SET body = jsonb_set(body, '{deliver_at}', '0') WHERE "parentId" = 'webhooks:waiting'`;
}
