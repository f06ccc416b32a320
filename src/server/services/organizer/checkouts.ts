import { Prisma } from "~/generated/prisma/client";
import type { BookingStatus } from "~/domain/booking-state";
import type { Db } from "~/server/db/db";
import type { Range } from "./sales";
import type { Scope } from "./scope";

/** What became of the checkouts that buyers began in a range: with held seats, on the way to paying. */
export async function checkoutsOf(input: { db: Db; scope: Scope; range: Range }) {
  const { db, scope, range } = input;
  const rows = await db.$queryRaw<{ status: BookingStatus; count: number }[]>`
    SELECT b.status::text AS status, count(*)::int AS count FROM "Booking" b
     WHERE b."createdAt" >= ${range.from} AND b."createdAt" < ${range.to} AND ${scope(Prisma.sql`b."eventId"`)} GROUP BY b.status`;
  const count = (status: BookingStatus) => rows.find((row) => row.status === status)?.count ?? 0;
  return {
    begun: rows.reduce((sum, row) => sum + row.count, 0),
    /** Paid for, also where the money went back later. */
    paid: count("CONFIRMED") + count("REFUNDED"),
    underWay: count("PENDING"),
    expired: count("EXPIRED"),
    cancelled: count("CANCELLED"),
  };
}
