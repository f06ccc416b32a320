import type { Db } from "~/server/db/db";
import type { PaymentGateway } from "~/server/gateways/payment";
import { eachRow } from "~/server/services/each-row";
import { attemptRefund } from "~/server/services/sale/money/attempt-refund";

/** Attempts the refunds whose time has come, the longest waiting first; each attempt sets its own next. @returns how many */
export async function attemptDueRefunds(input: { db: Db; gateway: PaymentGateway; limit?: number; budgetMs?: number }): Promise<number> {
  const { db, gateway, limit = 200, budgetMs = Infinity } = input;
  const due = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Refund" WHERE status IN ('PENDING', 'PROCESSING') AND "nextAttemptAt" <= now()
     ORDER BY "nextAttemptAt" LIMIT ${limit}`;
  let attempted = 0;
  await eachRow({
    db,
    work: "attempt-refunds",
    rows: due,
    idOf: ({ id }) => id,
    width: 4,
    stopAt: performance.now() + budgetMs,
    run: async ({ id }) => {
      if (await attemptRefund({ db, gateway, refundId: id })) attempted++;
    },
  });
  return attempted;
}
