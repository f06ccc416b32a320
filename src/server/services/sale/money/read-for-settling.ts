import { nameInSection } from "~/domain/seating/seat-name";
import type { BookingStatus } from "~/domain/booking-state";
import type { PaymentStatus } from "~/domain/payment-state";
import type { Db } from "~/server/db/db";
import { readOnce } from "~/server/db/one-trip";
import type { BookingFacts } from "~/server/services/sale/news/booking-facts";

/** `row`: where the row stood when it was read; it has moved once somebody has changed it. */
type Item = { row: string; seatId: string; sectionName: string; rowLabel: string; seatLabel: string };
type Payment = { row: string; id: string; orderId: string; gatewayPaymentId: string | null; status: PaymentStatus; amountPaise: number; accepted: boolean };

/** A booking as settling its money finds it: all that the usual way rests on, read in one trip, without a lock. */
export type SettlingReading = Omit<BookingFacts, "bookingId" | "seats" | "startsAt"> & {
  id: string;
  row: string;
  status: BookingStatus;
  confirmedAt: Date | null;
  hasCoupon: boolean;
  startsAt: Date;
  items: Item[];
  payments: Payment[];
};

const READ = `
SELECT b.id, b.ctid::text AS row, b."bookingNumber", b."userId", b."eventId", b.status::text, b."confirmedAt", b."couponId" IS NOT NULL AS "hasCoupon",
       b."subtotalPaise", b."discountPaise", b."taxPaise", b."totalPaise", u.name, u.email, e.title AS "eventTitle", e."startsAt", e."confirmationNote" AS note,
       v."timeZone", v.name AS venue, v.city,
       (SELECT jsonb_agg(jsonb_build_object('row', i.ctid::text, 'seatId', i."seatId", 'sectionName', i."sectionName",
                 'rowLabel', i."rowLabel", 'seatLabel', i."seatLabel") ORDER BY i."seatId")
          FROM "BookingItem" i WHERE i."bookingId" = b.id) AS items,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('row', y.ctid::text, 'id', y.id, 'orderId', y."orderId",
                 'gatewayPaymentId', y."gatewayPaymentId", 'status', y.status, 'amountPaise', y."amountPaise",
                 'accepted', y."acceptedAt" IS NOT NULL) ORDER BY y."createdAt", y.id), '[]')
          FROM "Payment" y WHERE y."bookingId" = b.id) AS payments
  FROM "Booking" b JOIN "User" u ON u.id = b."userId" JOIN "Event" e ON e.id = b."eventId" JOIN "Venue" v ON v.id = e."venueId"`;

/** By the booking's id. */
export async function readForSettling(db: Db, bookingId: string): Promise<SettlingReading | null> {
  const [row] = await readOnce<SettlingReading>(db, { name: "read_for_settling", text: `${READ} WHERE b.id = $1`, values: [bookingId] });
  return row ?? null;
}

/** By the gateway's order. */
export async function readByOrder(db: Db, orderId: string): Promise<SettlingReading | null> {
  const text = `${READ} WHERE b.id = (SELECT "bookingId" FROM "Payment" WHERE "orderId" = $1 LIMIT 1)`;
  const [row] = await readOnce<SettlingReading>(db, { name: "read_by_order", text, values: [orderId] });
  return row ?? null;
}

/** What a mail says of it. */
export function factsOf({ id, row: _row, status: _status, confirmedAt: _at, hasCoupon: _coupon, items, payments: _payments, startsAt, ...facts }: SettlingReading): BookingFacts {
  const seats = items.map(nameInSection);
  return { bookingId: id, ...facts, startsAt: startsAt.toISOString(), seats };
}
