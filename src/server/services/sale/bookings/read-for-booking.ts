import type { QuoteLine } from "~/domain/pricing";
import type { Db } from "~/server/db/db";
import { readOnce } from "~/server/db/one-trip";
import type { Coupon } from "~/server/services/sale/coupons/find-coupon";
import type { SaleEvent } from "~/server/services/sale/seats/sale-event";

/** A seat as a booking wants it: its line, and whether the buyer holds it at this moment. */
export type WantedSeat = QuoteLine & { held: boolean };

/** A booking that may be this request's own: it waits for its payment, or has the request's key. */
export type KnownBooking = {
  id: string;
  bookingNumber: string;
  eventId: string;
  status: "PENDING" | "CONFIRMED" | "CANCELLED" | "EXPIRED" | "REFUNDED";
  idempotencyKey: string | null;
  couponCode: string | null;
  subtotalPaise: number;
  discountPaise: number;
  taxPaise: number;
  totalPaise: number;
  expiresAt: Date;
  seatIds: string[];
};

/** A coupon's terms and its uses, those left out that a booking past its time or one that is replaced has reserved. */
export type ReadCoupon = Coupon & { ownUses: number; staleUses: number };

/** All that making a booking rests on, as of one moment. `pending` is what the buyer's standing says of bookings that wait. */
export type BookingReading = {
  event: SaleEvent | null;
  seats: WantedSeat[];
  known: KnownBooking[];
  pending: string[];
  coupon: ReadCoupon | null;
};

type Sent = { userId: string; eventId: string; seatIds: string[]; couponCode?: string; idempotencyKey?: string };
type Row = SaleEvent & { seats: WantedSeat[]; known: KnownBooking[]; pending: string[]; coupon: ReadCoupon | null };

/** Reads all of it in one trip, outside a transaction: the write looks again at what it rests on. */
export async function readForBooking(db: Db, { userId, eventId, seatIds, couponCode, idempotencyKey }: Sent): Promise<BookingReading> {
  const [row] = await readOnce<Row>(db, {
    name: "read_for_booking",
    text: READ,
    values: [userId, eventId, seatIds, couponCode ?? null, idempotencyKey ?? null],
  });
  if (!row || row.status === "DRAFT") return { event: null, seats: [], known: [], pending: [], coupon: null };
  const { seats, known, pending, coupon, ...event } = row;
  return {
    event,
    seats,
    pending,
    known: known.map((booking) => ({ ...booking, expiresAt: new Date(booking.expiresAt) })),
    coupon: coupon && { ...coupon, validFrom: new Date(coupon.validFrom), validUntil: new Date(coupon.validUntil) },
  };
}

const STALE = `d.state = 'RESERVED' AND b.status = 'PENDING' AND b."holdsUntil" <= now()`;

const READ = `
WITH standing AS (
  SELECT coalesce(h."pendingBookingIds", '{}') AS pending FROM "SeatHold" h WHERE h."userId" = $1 AND h."eventId" = $2),
waiting AS (
  SELECT b.id FROM standing, "Booking" b WHERE b.id = ANY (standing.pending) AND b.status = 'PENDING' AND b."holdsUntil" > now()),
replaced AS (
  SELECT w.id FROM waiting w WHERE EXISTS (SELECT 1 FROM "BookingItem" i WHERE i."bookingId" = w.id AND i."seatId" = ANY ($3::text[])))
SELECT e.id, e.serial, e.title, e.status::text, e."organizerId", e."planId", e."seatCount", e."startsAt", e."onSaleAt", e."offSaleAt",
       e."cancelUntilHours", e."cancelRefundBps", e."orphanRule"::text, e."taxBps", now() AS now,
       coalesce((SELECT pending FROM standing), '{}') AS pending,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('seatId', s.id, 'sectionId', s."sectionId", 'section', coalesce(x.name, ''),
                 'row', s."rowLabel", 'seat', s."seatLabel", 'pricePaise', s."pricePaise", 'held', seat_is_held_by(s, $1)) ORDER BY s.ordinal), '[]')
          FROM "Seat" s LEFT JOIN "EventSection" x ON x."eventId" = s."eventId" AND x."sectionId" = s."sectionId"
         WHERE s.id = ANY ($3::text[]) AND s."eventId" = e.id) AS seats,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'bookingNumber', b."bookingNumber", 'eventId', b."eventId",
                 'status', b.status, 'idempotencyKey', b."idempotencyKey", 'couponCode', c.code, 'subtotalPaise', b."subtotalPaise",
                 'discountPaise', b."discountPaise", 'taxPaise', b."taxPaise", 'totalPaise', b."totalPaise", 'expiresAt', b."expiresAt",
                 'seatIds', (SELECT jsonb_agg(i."seatId") FROM "BookingItem" i WHERE i."bookingId" = b.id)) ORDER BY b."createdAt" DESC), '[]')
          FROM "Booking" b LEFT JOIN "Coupon" c ON c.id = b."couponId"
         WHERE (b.id IN (SELECT id FROM waiting) AND b."expiresAt" > now()) OR (b."userId" = $1 AND b."idempotencyKey" = $5::text)) AS known,
       (SELECT jsonb_build_object('id', c.id, 'code', c.code, 'type', c.type, 'value', c.value, 'active', c.active, 'validFrom', c."validFrom",
                 'validUntil', c."validUntil", 'usageLimit', c."usageLimit", 'perBuyerLimit', c."perBuyerLimit",
                 'minSubtotalPaise', c."minSubtotalPaise", 'maxDiscountPaise', c."maxDiscountPaise", 'eventId', c."eventId", 'organizerId', c."organizerId",
                 'usedCount', c."usedCount" - (SELECT count(*) FROM "CouponRedemption" d
                    WHERE d."couponId" = c.id AND d.state = 'RESERVED' AND d."bookingId" IN (SELECT id FROM replaced)),
                 'ownUses', CASE WHEN c."perBuyerLimit" IS NOT NULL THEN (
                    SELECT count(*) FROM "CouponRedemption" d JOIN "Booking" b ON b.id = d."bookingId"
                     WHERE d."couponId" = c.id AND d."userId" = $1 AND d.state <> 'RETURNED' AND NOT (${STALE})
                       AND d."bookingId" NOT IN (SELECT id FROM replaced)) ELSE 0 END,
                 'staleUses', CASE WHEN c."usedCount" >= c."usageLimit" THEN (
                    SELECT count(*) FROM "CouponRedemption" d JOIN "Booking" b ON b.id = d."bookingId"
                     WHERE d."couponId" = c.id AND ${STALE}) ELSE 0 END)
          FROM (SELECT k.* FROM "Coupon" k WHERE k.code = $4 AND (k."keeperId" IN (e."organizerId", '') OR k."eventId" = e.id)
                 ORDER BY (k."eventId" = e.id) IS TRUE DESC, k."keeperId" <> '' DESC LIMIT 1) c) AS coupon
  FROM "Event" e WHERE e.id = $2`;
