import { unpackSeat } from "~/domain/seating/seat-packing";
import { seatStatuses, type SeatStatus } from "~/domain/seating/seat-state";
import type { Actor } from "~/domain/permissions";
import type { Db } from "~/server/db/db";
import { managedEvent } from "~/server/services/rights/event-rules";
import { loadAvailability } from "~/server/services/occupancy/availability-loader";
import { shareBps } from "./dashboard";
import { checkoutsOf } from "./checkouts";
import { moneyMoved } from "./money-moved";
import { salesOf } from "./sales";
import { ofEvent } from "./scope";

/**
 * How one event sells: totals, day by day in the venue's zone, section by section, what became of bookings, coupons
 * and refunds. All money in paise.
 * @throws AppError NOT_FOUND, FORBIDDEN
 */
export async function eventReport({ db, actor, eventId }: { db: Db; actor: Actor; eventId: string }) {
  const { id, title, status, startsAt, createdAt, publishedAt, venue } = await reportedEvent(
    db,
    actor,
    eventId,
  );
  const to = new Date(Date.now() + 1);
  const from = await firstOf(db, id, [createdAt, publishedAt]);
  const scope = ofEvent(id);
  const ever = { from: new Date(0), to };
  const [sales, money, checkouts, sections, coupons, refunds] = await Promise.all([
    salesOf({ db, scope, range: { from, to }, timeZone: venue.timeZone }),
    moneyMoved({ db, scope, range: ever }),
    checkoutsOf({ db, scope, range: ever }),
    sectionsOf(db, id),
    couponsOf(db, id),
    refundsOf(db, id),
  ]);
  return {
    event: { id, title, status, startsAt, venue },
    totals: { ...sales.totals, ...money },
    ended: sales.ended,
    salesByDay: sales.days,
    sections,
    checkouts: { ...checkouts, secondsToPay: sales.secondsToPay },
    coupons,
    refunds,
  };
}

/** The earliest of some instants and the event's first sale. */
async function firstOf(db: Db, eventId: string, instants: (Date | null)[]): Promise<Date> {
  const [sale] = await db.$queryRaw<{ at: Date | null }[]>`
    SELECT least((SELECT min("confirmedAt") FROM "Booking" WHERE "eventId" = ${eventId} AND status = 'CONFIRMED'),
                 (SELECT min("confirmedAt") FROM "Booking" WHERE "eventId" = ${eventId} AND status IN ('CANCELLED', 'REFUNDED') AND "confirmedAt" IS NOT NULL)) AS at`;
  const known = [...instants, sale?.at ?? null].flatMap((at) => (at ? [at.getTime()] : []));
  return new Date(Math.min(...known));
}

async function reportedEvent(db: Db, actor: Actor, eventId: string) {
  await managedEvent(db, actor, eventId);
  return db.event.findUniqueOrThrow({
    where: { id: eventId },
    select: {
      id: true,
      title: true,
      status: true,
      startsAt: true,
      createdAt: true,
      publishedAt: true,
      venue: { select: { name: true, city: true, timeZone: true } },
    },
  });
}

async function sectionsOf(db: Db, eventId: string) {
  const [sections, reading] = await Promise.all([
    db.eventSection.findMany({
      where: { eventId },
      orderBy: { position: "asc" },
      select: { sectionId: true, name: true, pricePaise: true, seatCount: true },
    }),
    loadAvailability({ db, eventId }),
  ]);
  const priced = await soldBySection(db, eventId);
  let ordinal = 0;
  return sections.map(({ sectionId, ...section }) => {
    const counts = Object.fromEntries(seatStatuses.map((status) => [status, 0])) as Record<
      SeatStatus,
      number
    >;
    for (const end = ordinal + section.seatCount; ordinal < end; ordinal++) {
      if (reading) counts[unpackSeat(reading.bytes, ordinal)]++;
    }
    return {
      id: sectionId,
      ...section,
      soldCount: counts.BOOKED,
      heldCount: counts.HELD,
      blockedCount: counts.BLOCKED,
      availableCount: counts.AVAILABLE,
      occupancyBps: shareBps(counts.BOOKED, section.seatCount),
      /** Seat prices of what is sold, before discount and tax. */
      seatSalesPaise: priced ? (priced.get(sectionId) ?? 0) : counts.BOOKED * section.pricePaise,
    };
  });
}

/** Seat prices of what is sold, by section, where seats of one section cost different sums; null: they do not. */
async function soldBySection(db: Db, eventId: string): Promise<Map<string, number> | null> {
  const { priceRevision } = await db.event.findUniqueOrThrow({ where: { id: eventId }, select: { priceRevision: true } });
  if (priceRevision === 0) return null;
  const rows = await db.$queryRaw<{ sectionId: string; paise: number }[]>`
    SELECT "sectionId", sum("pricePaise")::float8 AS paise FROM "Seat" WHERE "eventId" = ${eventId} AND status = 'BOOKED' GROUP BY 1`;
  return new Map(rows.map(({ sectionId, paise }) => [sectionId, paise]));
}

function couponsOf(db: Db, eventId: string) {
  return db.$queryRaw<{ code: string; uses: number; discountPaise: number }[]>`
    SELECT c.code, count(*)::int AS uses, sum(b."discountPaise")::float8 AS "discountPaise"
      FROM "Booking" b JOIN "Coupon" c ON c.id = b."couponId"
     WHERE b."eventId" = ${eventId} AND b."couponId" IS NOT NULL AND b.status = 'CONFIRMED'
     GROUP BY c.code ORDER BY uses DESC, c.code`;
}

/** By cause: the word before the colon (domain/settlement). */
function refundsOf(db: Db, eventId: string) {
  return db.$queryRaw<{ cause: string; count: number; amountPaise: number }[]>`
    SELECT split_part(r.reason, ':', 1) AS cause, count(*)::int AS count, sum(r."amountPaise")::float8 AS "amountPaise"
      FROM "Refund" r
     WHERE r."eventId" = ${eventId} AND r.status <> 'FAILED' GROUP BY 1 ORDER BY 3 DESC`;
}
