import type { Db } from "~/server/db/db";
import { issueDocuments } from "./issue-invoice";

/** Issues what captured bookings and finished refunds still lack, the oldest first. @returns how many documents */
export async function issueMissing({ db, limit = 200 }: { db: Db; limit?: number }): Promise<number> {
  const lacking = await db.$queryRaw<{ bookingId: string }[]>`
    SELECT "bookingId" FROM (
      SELECT p."bookingId", p."capturedAt" AS since FROM "Payment" p
       WHERE p."acceptedAt" IS NOT NULL AND p."capturedAt" IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM "Invoice" i WHERE i."bookingId" = p."bookingId" AND i.kind = 'INVOICE')
      UNION
      SELECT r."bookingId", r."completedAt" FROM "Refund" r JOIN "Payment" p ON p.id = r."paymentId"
       WHERE r.status = 'COMPLETED' AND p."acceptedAt" IS NOT NULL AND p."capturedAt" IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM "Invoice" i WHERE i."refundId" = r.id)) lacking
     GROUP BY "bookingId" ORDER BY min(since) LIMIT ${limit}`;
  let issued = 0;
  for (const { bookingId } of lacking) issued += await issueDocuments({ db, bookingId });
  return issued;
}
