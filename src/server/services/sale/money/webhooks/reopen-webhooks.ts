import type { Db } from "~/server/db/db";
import type { PaymentGateway } from "~/server/gateways/payment";
import { processWebhook } from "./process-webhook";

/** Takes up stored webhooks that a crash or a silent gateway left undone. @returns how many */
export async function reopenWebhooks(input: {
  db: Db;
  gateway: PaymentGateway;
  limit?: number;
  afterSeconds?: number;
  budgetMs?: number;
}): Promise<number> {
  const { db, gateway, limit = 200, afterSeconds = 10, budgetMs = Infinity } = input;
  const stopAt = performance.now() + budgetMs;
  const open = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM "WebhookEvent"
     WHERE "processedAt" IS NULL AND attempts < 50
       AND "receivedAt" <= now() - make_interval(secs => ${afterSeconds}) - attempts * interval '30 seconds'
       AND ("lockedUntil" IS NULL OR "lockedUntil" <= now())
     ORDER BY "receivedAt" LIMIT ${limit}`;
  let acted = 0;
  for (const { id } of open) if (performance.now() < stopAt && (await processWebhook({ db, gateway, webhookId: id }))) acted++;
  return acted;
}
