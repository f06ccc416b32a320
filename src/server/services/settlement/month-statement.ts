import type { EventStatus } from "~/domain/event-state";
import type { Actor } from "~/domain/permissions";
import { owedOf, type Owed, type SaleSums } from "~/domain/statement";
import { Prisma } from "~/generated/prisma/client";
import type { Db } from "~/server/db/db";
import { monthRange } from "../invoices/whose-documents";

/** Events of one month at most: as many as one file is read for. */
const MOST_EVENTS = 2_000;

type Row = SaleSums & {
  id: string;
  title: string;
  startsAt: Date;
  status: EventStatus;
  organizer: string;
  timeZone: string;
  tickets: number;
  /** Money that came late or twice and has not gone back yet. */
  strayPaise: number;
};

export type StatementLine = Row & Owed;

/**
 * What is owed to whom for the events that begin in a month of India's calendar ("2026-12"), event by event, as it
 * stands now: an organizer's own, an admin's of all. Refunds that are asked for count as gone.
 */
export async function monthStatement({ db, actor, month }: { db: Db; actor: Actor; month: string }) {
  const { from, to } = monthRange(month);
  const own = actor.role === "ADMIN" ? Prisma.sql`TRUE` : Prisma.sql`e."organizerId" = ${actor.id}`;
  const rows = await db.$queryRaw<Row[]>`
    WITH shown AS MATERIALIZED (
      SELECT e.id, e.title, e."startsAt", e.status::text AS status, o.name AS organizer, v."timeZone",
             CASE WHEN p."userId" IS NULL THEN 'platform' ELSE p."userId" END AS "sellerKey"
        FROM "Event" e JOIN "User" o ON o.id = e."organizerId" JOIN "Venue" v ON v.id = e."venueId"
        LEFT JOIN "SellerProfile" p ON p."userId" = e."organizerId"
       WHERE ${own} AND e."startsAt" >= ${from} AND e."startsAt" < ${to} AND e.status <> 'DRAFT'
       ORDER BY e."startsAt", e.id LIMIT ${MOST_EVENTS}
    )
    SELECT e.id, e.title, e."startsAt", e.status, e.organizer, e."timeZone", m.*,
           (SELECT coalesce(sum(b."seatCount"), 0)::int FROM "Booking" b WHERE b."eventId" = e.id AND b.status = 'CONFIRMED') AS tickets
      FROM shown e, LATERAL (
        SELECT coalesce(sum(s.captured) FILTER (WHERE s.sale), 0)::float8 AS "soldPaise",
               coalesce(sum(s.tax) FILTER (WHERE s.sale), 0)::float8 AS "soldTaxPaise",
               coalesce(sum(s.back) FILTER (WHERE s.sale), 0)::float8 AS "backPaise",
               coalesce(sum(s."backTax") FILTER (WHERE s.sale), 0)::float8 AS "backTaxPaise",
               coalesce(sum(s.tax - s."backTax") FILTER (WHERE s.sale AND s.seller = 'platform'), 0)::float8 AS "aislesTaxPaise",
               coalesce(sum(s.captured - s.back) FILTER (WHERE NOT s.sale), 0)::float8 AS "strayPaise"
          FROM (
            SELECT y."acceptedAt" IS NOT NULL AS sale, y."capturedPaise" AS captured, b."taxPaise" AS tax, r.back, r."backTax",
                   coalesce((SELECT i."sellerKey" FROM "Invoice" i WHERE i."bookingId" = b.id AND i.kind = 'INVOICE' LIMIT 1), e."sellerKey") AS seller
              FROM "Payment" y JOIN "Booking" b ON b.id = y."bookingId",
                   LATERAL (SELECT coalesce(sum(r."amountPaise"), 0) AS back,
                                   coalesce(sum(r."amountPaise" - round(r."amountPaise"::numeric * (b."totalPaise" - b."taxPaise") / nullif(b."totalPaise", 0))), 0) AS "backTax"
                              FROM "Refund" r WHERE r."paymentId" = y.id AND r.status <> 'FAILED') r
             WHERE y."eventId" = e.id AND y."capturedAt" IS NOT NULL
          ) s
      ) m
     ORDER BY e."startsAt", e.id`;
  const lines: StatementLine[] = rows.map((row) => ({ ...row, ...owedOf(row) }));
  return { month, lines, totals: totalsOf(lines) };
}

export type Statement = Awaited<ReturnType<typeof monthStatement>>;

const summed = ["soldPaise", "soldTaxPaise", "backPaise", "backTaxPaise", "leftPaise", "feePaise", "aislesTaxPaise", "organizersTaxPaise", "toOrganizerPaise", "strayPaise", "tickets"] as const;

function totalsOf(lines: readonly StatementLine[]): Record<(typeof summed)[number], number> {
  const sum = (key: (typeof summed)[number]) => lines.reduce((total, line) => total + line[key], 0);
  return Object.fromEntries(summed.map((key) => [key, sum(key)])) as Record<(typeof summed)[number], number>;
}
