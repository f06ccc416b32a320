import { Prisma } from "~/generated/prisma/client";
import type { Db } from "~/server/db/db";
import { eachRow, notSetBack } from "../each-row";
import { issueDocuments } from "./issue-invoice";

const WORK = "issue-documents";

/** Issues what captured bookings and finished refunds still lack, the oldest first. @returns how many documents */
export async function issueMissing({ db, limit = 200, budgetMs = Infinity }: { db: Db; limit?: number; budgetMs?: number }): Promise<number> {
  const lacking = await db.$queryRaw<{ bookingId: string }[]>`
    SELECT "bookingId" FROM (
      SELECT p."bookingId", p."capturedAt" AS since FROM "Payment" p
       WHERE p."acceptedAt" IS NOT NULL AND p."capturedAt" IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM "Invoice" i WHERE i."bookingId" = p."bookingId" AND i.kind = 'INVOICE')
      UNION
      SELECT r."bookingId", r."completedAt" FROM "Refund" r JOIN "Payment" p ON p.id = r."paymentId"
       WHERE r.status = 'COMPLETED' AND p."acceptedAt" IS NOT NULL AND p."capturedAt" IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM "Invoice" i WHERE i."refundId" = r.id)) lacking
     WHERE ${notSetBack(WORK, Prisma.sql`lacking."bookingId"`)}
     GROUP BY "bookingId" ORDER BY min(since) LIMIT ${limit}`;
  let issued = 0;
  await eachRow({
    db,
    work: WORK,
    rows: lacking,
    idOf: ({ bookingId }) => bookingId,
    stopAt: performance.now() + budgetMs,
    run: async ({ bookingId }) => {
      issued += await issueDocuments({ db, bookingId });
    },
  });
  return issued;
}
