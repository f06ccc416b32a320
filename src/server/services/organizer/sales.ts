import type { SalesDay } from "~/domain/sales-day";
import { Prisma } from "~/generated/prisma/client";
import type { Db } from "~/server/db/db";
import { daysOf, type Day } from "./days-of";
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
  /** Of sales of the range that were cancelled or refunded later. */
  ended: SalesTotals;
  /** In the zone asked for, no day left out: what was sold on each, whatever became of it later. */
  days: SalesDay[];
  /** From the start of the checkout to the money, on average; null where nobody paid. */
  secondsToPay: number | null;
};

type Row = SalesTotals & { index: number; seconds: number };

const standing = Prisma.sql`b.status = 'CONFIRMED'`;
const endedLater = Prisma.sql`b.status IN ('CANCELLED', 'REFUNDED') AND b."confirmedAt" IS NOT NULL`;

/**
 * Sales of a range, in paise, a day at a time: each day is a stretch of the index "Booking_sales" (of one event) or
 * "Booking_sales_by_time", which hold every column that is named here; what ended later has two of its own.
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
  const [stand, gone] = await Promise.all([rowsOf(db, scope, days, standing), rowsOf(db, scope, days, endedLater)]);
  const { seconds, ...totals } = stand.reduce(add, nothing);
  const { seconds: _, ...ended } = gone.reduce(add, nothing);
  return {
    totals,
    ended,
    days: days.map(({ day }, at) => {
      const { bookings, tickets, salesPaise } = [...stand, ...gone].filter(({ index }) => index === at + 1).reduce(add, nothing);
      return { day, bookings, tickets, salesPaise };
    }),
    secondsToPay: totals.bookings === 0 ? null : Math.round(seconds / totals.bookings),
  };
}

/** Sums of each day that has any. */
function rowsOf(db: Db, scope: Scope, days: readonly Day[], state: Prisma.Sql): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    SELECT day.index::int, sold.*
      FROM unnest(${days.map((day) => day.from)}::timestamptz[], ${days.map((day) => day.to)}::timestamptz[])
           WITH ORDINALITY AS day (from_at, to_at, index),
           LATERAL (
             SELECT count(*)::int AS bookings, sum(b."seatCount")::int AS tickets, sum(b."totalPaise")::float8 AS "salesPaise",
                    sum(b."discountPaise")::float8 AS "discountPaise", sum(b."taxPaise")::float8 AS "taxPaise",
                    sum(date_part('epoch', b."confirmedAt" - b."createdAt")) AS seconds
               FROM "Booking" b
              WHERE ${state} AND b."confirmedAt" >= day.from_at AND b."confirmedAt" < day.to_at
                AND ${scope(Prisma.sql`b."eventId"`)}) sold
     WHERE sold.bookings > 0`;
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
