import type { Db } from "~/server/db/db";
import type { PaymentGateway } from "~/server/gateways/payment";
import { inParallel } from "~/lib/in-parallel";
import { attemptRefund } from "./attempt-refund";

/** Attempts the refunds whose time has come, the longest waiting first. @returns how many */
export async function attemptDueRefunds({ db, gateway, limit = 200 }: { db: Db; gateway: PaymentGateway; limit?: number }): Promise<number> {
  const due = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Refund" WHERE status IN ('PENDING', 'PROCESSING') AND "nextAttemptAt" <= now()
     ORDER BY "nextAttemptAt" LIMIT ${limit}`;
  let attempted = 0;
  await inParallel(due, 4, async ({ id }) => {
    if (await attemptRefund({ db, gateway, refundId: id })) attempted++;
  });
  return attempted;
}
