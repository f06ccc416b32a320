import { fillDays, type SalesDay } from "~/domain/sales-days";
import { Prisma } from "~/generated/prisma/client";
import type { Db } from "~/server/db";

/** Which events, as a condition on "Event" e. */
export type Scope = Prisma.Sql;

export const ofEvent = (eventId: string): Scope => Prisma.sql`e.id = ${eventId}`;
export const ofOrganizer = (organizerId: string): Scope => Prisma.sql`e."organizerId" = ${organizerId}`;
export const everywhere: Scope = Prisma.sql`TRUE`;

export type Range = { from: Date; to: Date };

export type SalesTotals = {
  bookings: number;
  tickets: number;
  /** What confirmed bookings cost their buyers, tax included and discounts taken off. */
  salesPaise: number;
  discountPaise: number;
  taxPaise: number;
  /** Money that came. */
  collectedPaise: number;
  /** Money that went back or is on its way. */
  refundedPaise: number;
  /** What stays: collected less refunded, tax included. */
  revenuePaise: number;
};

/** Sales of a range (UTC, `to` not included) in paise. */
export async function salesTotals(db: Db, scope: Scope, { from, to }: Range): Promise<SalesTotals> {
  const [row] = await db.$queryRaw<Omit<SalesTotals, "revenuePaise">[]>`
    WITH own AS (SELECT e.id FROM "Event" e WHERE ${scope}),
    sold AS (
      SELECT count(*)::int AS bookings, coalesce(sum(b."seatCount"), 0)::int AS tickets,
             coalesce(sum(b."totalPaise"), 0)::float8 AS "salesPaise", coalesce(sum(b."discountPaise"), 0)::float8 AS "discountPaise",
             coalesce(sum(b."taxPaise"), 0)::float8 AS "taxPaise"
        FROM "Booking" b JOIN own ON own.id = b."eventId"
       WHERE b.status = 'CONFIRMED' AND b."confirmedAt" >= ${from} AND b."confirmedAt" < ${to}),
    came AS (
      SELECT coalesce(sum(p."capturedPaise"), 0)::float8 AS "collectedPaise"
        FROM "Payment" p JOIN "Booking" b ON b.id = p."bookingId" JOIN own ON own.id = b."eventId"
       WHERE p."capturedAt" >= ${from} AND p."capturedAt" < ${to}),
    went AS (
      SELECT coalesce(sum(r."amountPaise"), 0)::float8 AS "refundedPaise"
        FROM "Refund" r JOIN "Booking" b ON b.id = r."bookingId" JOIN own ON own.id = b."eventId"
       WHERE r.status <> 'FAILED' AND r."createdAt" >= ${from} AND r."createdAt" < ${to})
    SELECT * FROM sold, came, went`;
  if (!row) throw new Error("Totals gave no row.");
  return { ...row, revenuePaise: row.collectedPaise - row.refundedPaise };
}

/** Confirmed bookings day by day in a zone, no day left out. */
export async function salesByDay(
  db: Db,
  scope: Scope,
  { from, to }: Range,
  timeZone: string,
): Promise<SalesDay[]> {
  const rows = await db.$queryRaw<SalesDay[]>`
    SELECT (b."confirmedAt" AT TIME ZONE ${timeZone})::date::text AS day, count(*)::int AS bookings,
           sum(b."seatCount")::int AS tickets, sum(b."totalPaise")::float8 AS "salesPaise"
      FROM "Booking" b JOIN "Event" e ON e.id = b."eventId"
     WHERE ${scope} AND b.status = 'CONFIRMED' AND b."confirmedAt" >= ${from} AND b."confirmedAt" < ${to}
     GROUP BY 1`;
  const dayOf = (at: Date) => new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(at);
  return fillDays(rows, dayOf(from), dayOf(new Date(to.getTime() - 1)));
}
