import { AppError } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import type { Db } from "~/server/db/db";
import { audit } from "~/server/services/audit";
import { UNKNOWN_ORDER } from "~/server/services/sale/money/webhooks/process-webhook";
import { transaction } from "~/server/db/transaction";

/**
 * An admin has dealt with a payment that was none of ours; it leaves the list, with a note of how.
 * @throws AppError INVALID_TRANSITION where it is not on the list
 */
export async function noteUnknownPayment({ db, actor, webhookId, note }: { db: Db; actor: Actor; webhookId: string; note: string }) {
  return transaction(db, async (tx) => {
    const noted = await tx.webhookEvent.updateMany({
      where: { id: webhookId, outcome: UNKNOWN_ORDER },
      data: { outcome: `dealt with: ${note}` },
    });
    if (noted.count === 0) throw new AppError("INVALID_TRANSITION", "This payment is not on the list any more.");
    await audit(tx, { actor, action: "payment.note", entity: "refund", entityId: webhookId, after: { note } });
    return { id: webhookId };
  });
}
