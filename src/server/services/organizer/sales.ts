import type { SalesDay } from "~/domain/sales-day";
import { Prisma } from "~/generated/prisma/client";
import type { Db } from "~/server/db/db";
import { daysOf } from "./days-of";
import type { Scope } from "./scope";

/** From this instant, up to the other (not included); UTC. */
export type Range = { from: Date; to: Date };

export type SalesTotals = {
  bookings: number;
  tickets: number;
  /** What confirmed bookings cost their buyers, tax included and discounts taken off. */
  salesPaise: number;
  discountPaise: number;
  taxPaise: number;
};

export type Sales = {
  totals: SalesTotals;
  /** In the zone asked for, no day left out. */
  days: SalesDay[];
  /** From the start of the checkout to the money, on average; null where nobody paid. */
  secondsToPay: number | null;
};

type Row = SalesTotals & { index: number; seconds: number };

/**
 * Confirmed bookings of a range, in paise, a day at a time: each day is a stretch of the index "Booking_sales" (of one
 * event) or "Booking_sales_by_time", which hold every column that is named here.
 * @param input.range.from an instant of the first day
 */
export async function salesOf(input: {
  db: Db;
  scope: Scope;
  range: Range;
  timeZone: string;
}): Promise<Sales> {
  const { db, scope, range, timeZone } = input;
  const days = daysOf(range, timeZone);
  const rows = await db.$queryRaw<Row[]>`
    SELECT day.index::int, sold.*
      FROM unnest(${days.map((day) => day.from)}::timestamptz[], ${days.map((day) => day.to)}::timestamptz[])
           WITH ORDINALITY AS day (from_at, to_at, index),
           LATERAL (
             SELECT count(*)::int AS bookings, sum(b."seatCount")::int AS tickets, sum(b."totalPaise")::float8 AS "salesPaise",
                    sum(b."discountPaise")::float8 AS "discountPaise", sum(b."taxPaise")::float8 AS "taxPaise",
                    sum(date_part('epoch', b."confirmedAt" - b."createdAt")) AS seconds
               FROM "Booking" b
              WHERE b.status = 'CONFIRMED' AND b."confirmedAt" >= day.from_at AND b."confirmedAt" < day.to_at
                AND ${scope(Prisma.sql`b."eventId"`)}) sold
     WHERE sold.bookings > 0`;
  const sold = new Map(rows.map((row) => [row.index, row]));
  const { seconds, ...totals } = rows.reduce(add, nothing);
  return {
    totals,
    days: days.map(({ day }, at) => {
      const { bookings, tickets, salesPaise } = sold.get(at + 1) ?? nothing;
      return { day, bookings, tickets, salesPaise };
    }),
    secondsToPay: totals.bookings === 0 ? null : Math.round(seconds / totals.bookings),
  };
}

const nothing = { bookings: 0, tickets: 0, salesPaise: 0, discountPaise: 0, taxPaise: 0, seconds: 0 };

function add(sum: typeof nothing, row: Row): typeof nothing {
  return {
    bookings: sum.bookings + row.bookings,
    tickets: sum.tickets + row.tickets,
    salesPaise: sum.salesPaise + row.salesPaise,
    discountPaise: sum.discountPaise + row.discountPaise,
    taxPaise: sum.taxPaise + row.taxPaise,
    seconds: sum.seconds + row.seconds,
  };
}
