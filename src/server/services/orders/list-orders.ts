import type { BookingStatus } from "~/domain/booking-state";
import type { Actor } from "~/domain/permissions";
import { Prisma } from "~/generated/prisma/client";
import type { Db } from "~/server/db/db";
import { managedEvent } from "~/server/services/rights/event-rules";
import { searchWords } from "../search-words";
import { findOrders } from "./find-orders";

/** A booking as its organizer lists it; money in paise. */
export type Order = {
  id: string;
  bookingNumber: string;
  /** As people see it: one that waits past its time has expired. */
  status: BookingStatus;
  seatCount: number;
  totalPaise: number;
  /** Gone back, or on its way. */
  refundedPaise: number;
  /** A refund of it that the gateway or the bank did not do. */
  refundFailed: boolean;
  createdAt: Date;
  confirmedAt: Date | null;
  cancelledAt: Date | null;
  name: string;
  email: string;
  couponCode: string | null;
  seats: { sectionName: string; rowLabel: string; seatLabel: string }[];
};

type Counts = Record<BookingStatus, number>;
type Listing = { db: Db; actor: Actor; eventId: string; status?: BookingStatus; search?: string; page: number; limit: number };

/**
 * Every booking of an event in every state, the newest first; found by name, address, booking number or seat, also where
 * it was cancelled. `counts` are of the whole event, whatever is asked for.
 * @throws AppError NOT_FOUND, FORBIDDEN
 */
export async function listOrders({ db, actor, eventId, status, search, page, limit }: Listing) {
  await managedEvent(db, actor, eventId);
  const words = searchWords(search);
  const [counts, found] = await Promise.all([countOrders(db, eventId), words.length > 0 ? findOrders(db, eventId, words) : null]);
  const stretch = { skip: (page - 1) * limit, take: limit };
  const { ids, total } = found
    ? await among(db, found, status, stretch)
    : {
        ids: await newest(db, eventId, status, stretch),
        total: status ? counts[status] : Object.values(counts).reduce((sum, count) => sum + count, 0),
      };
  return { items: await readOrders(db, ids), counts, total, page, pageCount: Math.ceil(total / limit) };
}

/** Bookings in each state as people see it. */
async function countOrders(db: Db, eventId: string): Promise<Counts> {
  const [rows, [late]] = await Promise.all([
    db.$queryRaw<{ status: BookingStatus; count: number }[]>`
      SELECT b.status::text AS status, count(*)::int AS count FROM "Booking" b WHERE b."eventId" = ${eventId} GROUP BY b.status`,
    db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM "Booking" b WHERE b."eventId" = ${eventId} AND b.status = 'PENDING' AND b."holdsUntil" <= now()`,
  ]);
  const of = (status: BookingStatus) => rows.find((row) => row.status === status)?.count ?? 0;
  const gone = late?.count ?? 0;
  return {
    CONFIRMED: of("CONFIRMED"),
    PENDING: of("PENDING") - gone,
    CANCELLED: of("CANCELLED"),
    REFUNDED: of("REFUNDED"),
    EXPIRED: of("EXPIRED") + gone,
  };
}

type Stretch = { skip: number; take: number };

const waiting = Prisma.sql`b.status = 'PENDING' AND b."holdsUntil" > now()`;
const ranOut = Prisma.sql`b.status = 'PENDING' AND b."holdsUntil" <= now()`;
const inState = (status: BookingStatus) => Prisma.sql`b.status = ${status}::"BookingStatus"`;

/** What the rows of a state are, each a stretch of one index. */
function partsOf(status: BookingStatus | undefined): Prisma.Sql[] {
  if (status === "PENDING") return [waiting];
  if (status === "EXPIRED") return [inState("EXPIRED"), ranOut];
  if (status) return [inState(status)];
  return (["CONFIRMED", "CANCELLED", "REFUNDED", "EXPIRED", "PENDING"] as const).map(inState);
}

/** Ids of a page. Each state is read from its own end of the index by state and time, as far as the page goes. */
async function newest(db: Db, eventId: string, status: BookingStatus | undefined, { skip, take }: Stretch): Promise<string[]> {
  const parts = partsOf(status).map(
    (part) => Prisma.sql`(SELECT b.id, b."createdAt" FROM "Booking" b WHERE b."eventId" = ${eventId} AND ${part}
                           ORDER BY b."createdAt" DESC, b.id DESC LIMIT ${skip + take})`,
  );
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT o.id FROM (${Prisma.join(parts, " UNION ALL ")}) o ORDER BY o."createdAt" DESC, o.id DESC OFFSET ${skip} LIMIT ${take}`;
  return rows.map((row) => row.id);
}

/** The same of bookings that were searched for. */
async function among(db: Db, found: string[], status: BookingStatus | undefined, { skip, take }: Stretch) {
  const state = Prisma.join(partsOf(status).map((part) => Prisma.sql`(${part})`), " OR ");
  const rows = await db.$queryRaw<{ id: string; total: number }[]>`
    SELECT b.id, count(*) OVER ()::int AS total FROM "Booking" b WHERE b.id = ANY (${found}::text[]) AND (${state})
     ORDER BY b."createdAt" DESC, b.id DESC OFFSET ${skip} LIMIT ${take}`;
  return { ids: rows.map((row) => row.id), total: rows[0]?.total ?? 0 };
}

function readOrders(db: Db, ids: string[]): Promise<Order[]> {
  return db.$queryRaw<Order[]>`
    SELECT b.id, b."bookingNumber", CASE WHEN ${ranOut} THEN 'EXPIRED' ELSE b.status::text END AS status, b."seatCount", b."totalPaise",
           b."createdAt", b."confirmedAt", b."cancelledAt", coalesce(b."attendeeName", u.name) AS name, u.email, c.code AS "couponCode",
           (SELECT coalesce(sum(r."amountPaise") FILTER (WHERE r.status <> 'FAILED'), 0)::int FROM "Refund" r WHERE r."bookingId" = b.id) AS "refundedPaise",
           EXISTS (SELECT 1 FROM "Refund" r WHERE r."bookingId" = b.id AND r.status = 'FAILED') AS "refundFailed",
           (SELECT coalesce(jsonb_agg(jsonb_build_object('sectionName', i."sectionName", 'rowLabel', i."rowLabel", 'seatLabel', i."seatLabel")
                     ORDER BY length(i."seatId"), i."seatId"), '[]') FROM "BookingItem" i WHERE i."bookingId" = b.id) AS seats
      FROM "Booking" b JOIN "User" u ON u.id = b."userId" LEFT JOIN "Coupon" c ON c.id = b."couponId"
     WHERE b.id = ANY (${ids}::text[]) ORDER BY b."createdAt" DESC, b.id DESC`;
}
