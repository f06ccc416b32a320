import { unpackSeat } from "~/domain/seat-packing";
import { seatStatuses, type SeatStatus } from "~/domain/seat-state";
import type { Actor } from "~/domain/permissions";
import type { Db } from "~/server/db";
import { managedEvent } from "../events/event-rules";
import { loadAvailability } from "../seats/availability-loader";
import { shareBps } from "./dashboard";
import { ofEvent, salesByDay, salesTotals } from "./sales";

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
  const from = publishedAt && publishedAt < createdAt ? publishedAt : createdAt;
  const [totals, days, sections, bookings, coupons, refunds] = await Promise.all([
    salesTotals(db, ofEvent(id), { from: new Date(0), to }),
    salesByDay(db, ofEvent(id), { from, to }, venue.timeZone),
    sectionsOf(db, id),
    db.booking.groupBy({ by: ["status"], where: { eventId }, _count: { _all: true } }),
    couponsOf(db, id),
    refundsOf(db, id),
  ]);
  return {
    event: { id, title, status, startsAt, venue },
    totals,
    salesByDay: days,
    sections,
    bookingsByStatus: Object.fromEntries(bookings.map((row) => [row.status, row._count._all])),
    coupons,
    refunds,
  };
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
  const [sections, reading, sums] = await Promise.all([
    db.eventSection.findMany({
      where: { eventId },
      orderBy: { position: "asc" },
      select: { sectionId: true, name: true, pricePaise: true, seatCount: true },
    }),
    loadAvailability({ db, eventId }),
    db.bookingItem.groupBy({ by: ["sectionId"], where: { eventId, live: true }, _sum: { pricePaise: true } }),
  ]);
  const sales = new Map(sums.map((row) => [row.sectionId, row._sum.pricePaise ?? 0]));
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
      seatSalesPaise: sales.get(sectionId) ?? 0,
    };
  });
}

function couponsOf(db: Db, eventId: string) {
  return db.$queryRaw<{ code: string; uses: number; discountPaise: number }[]>`
    SELECT c.code, count(*)::int AS uses, sum(r."discountPaise")::float8 AS "discountPaise"
      FROM "CouponRedemption" r JOIN "Booking" b ON b.id = r."bookingId" JOIN "Coupon" c ON c.id = r."couponId"
     WHERE b."eventId" = ${eventId} AND r.state = 'USED' GROUP BY c.code ORDER BY uses DESC, c.code`;
}

/** By cause: the word before the colon (domain/settlement). */
function refundsOf(db: Db, eventId: string) {
  return db.$queryRaw<{ cause: string; count: number; amountPaise: number }[]>`
    SELECT split_part(r.reason, ':', 1) AS cause, count(*)::int AS count, sum(r."amountPaise")::float8 AS "amountPaise"
      FROM "Refund" r JOIN "Booking" b ON b.id = r."bookingId"
     WHERE b."eventId" = ${eventId} AND r.status <> 'FAILED' GROUP BY 1 ORDER BY 3 DESC`;
}
