import { Prisma } from "~/generated/prisma/client";
import type { Db } from "~/server/db/db";
import type { Range } from "./sales";
import type { Scope } from "./scope";

export type MoneyMoved = {
  /** Money that came. */
  collectedPaise: number;
  /** Money that went back or is on its way. */
  refundedPaise: number;
  /** What stays: collected less refunded, tax included. */
  revenuePaise: number;
};

/** Money that came and went in a range, in paise, whatever became of its bookings. */
export async function moneyMoved(input: { db: Db; scope: Scope; range: Range }): Promise<MoneyMoved> {
  const { db, scope, range } = input;
  const [[came], [went]] = await Promise.all([
    db.$queryRaw<{ paise: number }[]>`
      SELECT coalesce(sum(p."capturedPaise"), 0)::float8 AS paise FROM "Payment" p
       WHERE p."capturedAt" >= ${range.from} AND p."capturedAt" < ${range.to} AND ${scope(Prisma.sql`p."eventId"`)}`,
    db.$queryRaw<{ paise: number }[]>`
      SELECT coalesce(sum(r."amountPaise"), 0)::float8 AS paise FROM "Refund" r
       WHERE r.status <> 'FAILED' AND r."createdAt" >= ${range.from} AND r."createdAt" < ${range.to} AND ${scope(Prisma.sql`r."eventId"`)}`,
  ]);
  const [collectedPaise, refundedPaise] = [came?.paise ?? 0, went?.paise ?? 0];
  return { collectedPaise, refundedPaise, revenuePaise: collectedPaise - refundedPaise };
}
