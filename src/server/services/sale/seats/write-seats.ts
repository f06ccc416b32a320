import { keepingLimits, type KeepingLimits } from "~/domain/keeping";
import type { BlockReason } from "~/domain/seating/seat-blocking";
import { env } from "~/env";
import { Prisma } from "~/generated/prisma/client";
import type { Db, Tx } from "~/server/db/db";
import { callOnce } from "~/server/db/one-trip";
import type { TransactionOptions } from "~/server/db/transaction";
import { lockSeats, type Standing } from "~/server/services/sale/locks";
import type { Mark } from "./read-marks";

/*
 * The only file that writes Seat and SeatHold, by itself or through the functions in the database; what a free seat is
 * stands in `seat_is_free` there. Whoever calls has locked the buyer's standing (sale/locks.ts), seats are locked here.
 */

type Buyer = { userId: string; eventId: string };

export type HoldOutcome = { outcome: "HELD" | "NOT_ON_SALE"; seatIds: string[]; expiresAt: Date };

/** How long seats may be kept without paying, by this shop's hold and booking times. */
export function keeping(): KeepingLimits {
  return keepingLimits(env.SEAT_HOLD_TTL, env.BOOKING_TTL);
}

/**
 * Holds seats, sorted and each once: a transaction of its own, in one trip.
 * @throws Refusal SEAT_LIMIT, SEAT_TAKEN (taken: ids, names: [row, seat]), PLAN_CHANGED, KEPT_LONG (seconds), UNCONFIRMED,
 * TOO_MANY_EVENTS; AppError BUSY
 */
export async function holdInOneTrip(
  db: Db,
  hold: Buyer & { seatIds: string[]; planHash?: string },
  options?: TransactionOptions,
): Promise<HoldOutcome> {
  const [held] = await callOnce<HoldOutcome>(
    db,
    {
      name: "hold_seats",
      text: `SELECT * FROM hold_seats($1, $2, $3::text[], $4::float8, $5::int, $6, $7::jsonb)`,
      values: [hold.userId, hold.eventId, hold.seatIds, env.SEAT_HOLD_TTL, env.MAX_SEATS_PER_USER, hold.planHash ?? null, JSON.stringify(keeping())],
    },
    options,
  );
  return held!;
}

/**
 * Moves the end of a buyer's open hold, but no further than a run of keeping may go.
 * @returns EXPIRED where nothing is open, USED_UP where it was moved `atMost` times already, KEPT_LONG where it is there
 */
export async function prolongHold(tx: Tx, standing: Standing, atMost: number): Promise<Date | "EXPIRED" | "USED_UP" | "KEPT_LONG"> {
  const { userId, eventId, seatIds, expiresAt, keptSince } = standing;
  const seats = seatIds.toSorted();
  await lockSeats(tx, seats);
  const [{ until, last }] = await tx.$queryRaw<[{ until: Date; last: Date | null }]>`
    SELECT least(now() + make_interval(secs => ${env.SEAT_HOLD_TTL}::float8), x.last)::timestamptz(3) AS until, x.last
      FROM (SELECT (${keptSince}::timestamptz + make_interval(secs => ${keeping().holdsUntil}::float8))::timestamptz(3) AS last) x`;
  const prolonged = await tx.$executeRaw`
    UPDATE "Seat" s SET "heldUntil" = ${until}, version = version + 1
     WHERE id = ANY (${seats}::text[]) AND seat_is_held_by(s, ${userId}) AND "heldUntil" = ${expiresAt}`;
  if (prolonged === 0) return "EXPIRED";
  const extended = await tx.$executeRaw`
    UPDATE "SeatHold" SET "expiresAt" = ${until}, "keptUntil" = greatest("keptUntil", ${until}), extensions = extensions + 1
     WHERE "userId" = ${userId} AND "eventId" = ${eventId} AND extensions < ${atMost}`;
  if (extended === 0) return "USED_UP";
  return last && expiresAt >= last ? "KEPT_LONG" : until;
}

/** Lets these seats of a buyer's go, where they hold them. Seats of an ended booking that stay keep `keep`'s end. */
export async function letGo(tx: Tx, { userId, eventId }: Buyer, seatIds: readonly string[]): Promise<void> {
  const seats = seatIds.toSorted();
  await lockSeats(tx, seats);
  await tx.$executeRaw`
    UPDATE "Seat" SET status = 'AVAILABLE', "heldBy" = NULL, "heldUntil" = NULL, version = version + 1
     WHERE id = ANY (${seats}::text[]) AND status = 'HELD' AND "heldBy" = ${userId}`;
  await tx.$executeRaw`
    UPDATE "SeatHold" SET "seatIds" = ARRAY(SELECT x FROM unnest("seatIds") x WHERE x <> ALL (${seats}::text[])),
           "keptUntil" = CASE
             WHEN EXISTS (SELECT 1 FROM "Seat" s WHERE s.id = ANY ("seatIds") AND seat_is_held_by(s, ${userId})) THEN "keptUntil"
             ELSE least("keptUntil", now()) END
     WHERE "userId" = ${userId} AND "eventId" = ${eventId}`;
}

type Booked = Buyer & { id: string; seatIds: readonly string[]; holdsUntil: Date };

/** Lets go of the seats that are held for a booking which is over, and of no newer hold its buyer may have on them. */
export async function freeHeldSeats(tx: Tx, { id, userId, eventId, seatIds, holdsUntil }: Booked): Promise<void> {
  const seats = seatIds.toSorted();
  await lockSeats(tx, seats);
  await tx.$executeRaw`
    UPDATE "Seat" SET status = 'AVAILABLE', "heldBy" = NULL, "heldUntil" = NULL, version = version + 1
     WHERE id = ANY (${seats}::text[]) AND status = 'HELD' AND "heldBy" = ${userId}
       AND ("heldUntil" <= now() OR "heldUntil" = ${holdsUntil})`;
  await tx.$executeRaw`
    UPDATE "SeatHold" h
       SET "pendingBookingIds" = array_remove(h."pendingBookingIds", ${id}),
           "seatIds" = ARRAY(
             SELECT x FROM unnest(h."seatIds") x
              WHERE x <> ALL (${seats}::text[]) OR EXISTS (SELECT 1 FROM "Seat" s WHERE s.id = x AND s."heldBy" = h."userId")),
           "keptUntil" = CASE
             WHEN EXISTS (SELECT 1 FROM "Seat" s WHERE s.id = ANY (h."seatIds") AND seat_is_held_by(s, h."userId")) THEN h."keptUntil"
             ELSE least(h."keptUntil", now()) END
     WHERE h."userId" = ${userId} AND h."eventId" = ${eventId}`;
}

/** The seats of a booking that is over and stay held keep its end, without the grace: nothing but an extension adds time. */
export async function keepUntil(tx: Tx, userId: string, seatIds: readonly string[], until: Date): Promise<void> {
  const seats = seatIds.toSorted();
  await lockSeats(tx, seats);
  await tx.$executeRaw`
    UPDATE "Seat" s SET "heldUntil" = ${until}, version = version + 1
     WHERE id = ANY (${seats}::text[]) AND seat_is_held_by(s, ${userId}) AND "heldUntil" > ${until}`;
}

/** Holds a booking's seats until the end of its grace. @returns how many of them were still held */
export async function holdForPayment(tx: Tx, { userId, eventId }: Buyer, seatIds: readonly string[], until: Date): Promise<number> {
  await lockSeats(tx, seatIds);
  return tx.$executeRaw`
    WITH kept AS (
      UPDATE "SeatHold" SET "keptUntil" = greatest("keptUntil", ${until}) WHERE "userId" = ${userId} AND "eventId" = ${eventId})
    UPDATE "Seat" s SET "heldUntil" = ${until}, version = version + 1
     WHERE id = ANY (${[...seatIds]}::text[]) AND seat_is_held_by(s, ${userId})`;
}

/** Clears a standing whose hold has run out: seats that nobody locks become free, others' only leave the list. @returns seats freed */
export async function clearStale(tx: Tx, { userId, eventId, seatIds }: Standing): Promise<number> {
  const seats = seatIds.toSorted();
  const freed = await tx.$executeRaw`
    UPDATE "Seat" SET status = 'AVAILABLE', "heldBy" = NULL, "heldUntil" = NULL, version = version + 1
     WHERE id IN (SELECT id FROM "Seat" s WHERE id = ANY (${seats}::text[]) AND "heldBy" = ${userId} AND seat_is_free(s)
                   ORDER BY id FOR UPDATE SKIP LOCKED)`;
  const kept = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Seat" WHERE id = ANY (${seats}::text[]) AND status = 'HELD' AND "heldBy" = ${userId}`;
  const keep = kept.map((seat) => seat.id);
  await tx.$executeRaw`UPDATE "SeatHold" SET "seatIds" = ${keep}::text[] WHERE "userId" = ${userId} AND "eventId" = ${eventId}`;
  return freed;
}

/** Sells a booking's seats, free or its buyer's own. @returns BOOKED, or why nothing was written */
export async function bookSeats(tx: Tx, { userId, eventId, seatIds }: Buyer & { seatIds: readonly string[] }): Promise<"BOOKED" | "SEAT_TAKEN" | "SEAT_LIMIT"> {
  const [row] = await tx.$queryRaw<[{ outcome: "BOOKED" | "SEAT_TAKEN" | "SEAT_LIMIT" }]>`
    SELECT book_seats(${userId}, ${eventId}, ${[...seatIds]}::text[], ${env.MAX_SEATS_PER_USER}::int) AS outcome`;
  return row.outcome;
}

/** Sold seats are free again. @returns how many were sold; fewer than asked is a fault */
export async function unbookSeats(tx: Tx, { userId, eventId, seatIds }: Buyer & { seatIds: readonly string[] }): Promise<number> {
  const [row] = await tx.$queryRaw<[{ freed: number }]>`
    SELECT unbook_seats(${userId}, ${eventId}, ${[...seatIds]}::text[]) AS freed`;
  return row.freed;
}

/** Keeps free seats from sale, for this reason where there is one. @returns those that were free */
export async function blockFree(tx: Tx, eventId: string, seatIds: readonly string[], reason: BlockReason | null): Promise<{ id: string }[]> {
  return tx.$queryRaw`
    WITH free AS (
      SELECT id FROM "Seat" s WHERE id = ANY (${[...seatIds]}::text[]) AND "eventId" = ${eventId} AND seat_is_free(s)
       ORDER BY id FOR UPDATE)
    UPDATE "Seat" s SET status = 'BLOCKED', "blockedFor" = ${reason}::"BlockReason", "heldBy" = NULL, "heldUntil" = NULL,
           version = s.version + 1
      FROM free WHERE s.id = free.id
    RETURNING s.id`;
}

/** Says anew what blocked seats are kept for; the others stay. @returns how many are kept for something else now */
export async function renameBlock(tx: Tx, eventId: string, seatIds: readonly string[], reason: BlockReason | null): Promise<number> {
  return tx.$executeRaw`
    WITH blocked AS (
      SELECT id FROM "Seat" WHERE id = ANY (${[...seatIds]}::text[]) AND "eventId" = ${eventId} AND status = 'BLOCKED'
         AND "blockedFor" IS DISTINCT FROM ${reason}::"BlockReason"
       ORDER BY id FOR UPDATE)
    UPDATE "Seat" s SET "blockedFor" = ${reason}::"BlockReason", version = s.version + 1 FROM blocked WHERE s.id = blocked.id`;
}

/** Gives blocked seats back to sale. @returns those that were blocked */
export async function unblock(tx: Tx, eventId: string, seatIds: readonly string[]): Promise<{ id: string }[]> {
  return tx.$queryRaw`
    WITH blocked AS (
      SELECT id FROM "Seat" WHERE id = ANY (${[...seatIds]}::text[]) AND "eventId" = ${eventId} AND status = 'BLOCKED'
       ORDER BY id FOR UPDATE)
    UPDATE "Seat" s SET status = 'AVAILABLE', "blockedFor" = NULL, version = s.version + 1
      FROM blocked WHERE s.id = blocked.id
    RETURNING s.id`;
}

/** Which seats: these, or all of a category. */
export type Priced = { seatIds: readonly string[] } | { categoryId: string };

/**
 * Puts seats into a category (null: none, so that they cost what their section does) at what it costs now. Seats that
 * somebody holds or has bought keep their price and category. @returns how many were priced, and how many kept theirs
 */
export async function priceUnsold(tx: Tx, eventId: string, which: Priced, to: string | null): Promise<{ priced: number; kept: number }> {
  const of = "seatIds" in which ? Prisma.sql`s.id = ANY (${[...which.seatIds]}::text[])` : Prisma.sql`s."categoryId" = ${which.categoryId}`;
  const [{ priced, kept }] = await tx.$queryRaw<[{ priced: number; kept: number }]>`
    WITH asked AS (
      SELECT s.id, seat_is_free(s) OR s.status = 'BLOCKED' AS open FROM "Seat" s
       WHERE s."eventId" = ${eventId} AND ${of} ORDER BY s.id FOR UPDATE),
    written AS (
      UPDATE "Seat" s SET "categoryId" = ${to}, version = s.version + 1,
             "pricePaise" = coalesce((SELECT c."pricePaise" FROM "PriceCategory" c WHERE c.id = ${to}), e."pricePaise")
        FROM asked, "EventSection" e
       WHERE s.id = asked.id AND asked.open AND e."eventId" = s."eventId" AND e."sectionId" = s."sectionId"
      RETURNING 1)
    SELECT (SELECT count(*) FROM written)::int AS priced, (SELECT count(*) FROM asked WHERE NOT open)::int AS kept`;
  return { priced, kept };
}

/** A category that is no more: what was sold or is held in it keeps its price. */
export async function forgetCategory(tx: Tx, eventId: string, categoryId: string): Promise<void> {
  await tx.$executeRaw`
    WITH left_over AS (SELECT id FROM "Seat" WHERE "eventId" = ${eventId} AND "categoryId" = ${categoryId} ORDER BY id FOR UPDATE)
    UPDATE "Seat" s SET "categoryId" = NULL, version = s.version + 1 FROM left_over WHERE s.id = left_over.id`;
}

/** Seats to make, column by column; `section` is the position of the event's section. */
export type SeatColumns = { id: string[]; ordinal: number[]; section: number[]; row: string[]; seat: string[] };

/** Writes an event's seats, at their sections' prices, in bulk. */
export async function insertSeats(tx: Tx, eventId: string, columns: SeatColumns): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Seat" (id, "eventId", ordinal, "sectionId", "rowLabel", "seatLabel", "pricePaise")
    SELECT s.id, ${eventId}, s.ordinal, e."sectionId", s."row", s.seat, e."pricePaise"
      FROM unnest(${columns.id}::text[], ${columns.ordinal}::int[], ${columns.section}::int[], ${columns.row}::text[], ${columns.seat}::text[])
           AS s (id, ordinal, section, "row", seat)
      JOIN "EventSection" e ON e."eventId" = ${eventId} AND e.position = s.section
     ORDER BY s.ordinal`;
}

export async function deleteSeats(tx: Tx, eventId: string): Promise<void> {
  await tx.seat.deleteMany({ where: { eventId } });
}

/** Gives every seat of an event that has no category the price that its section now has. */
export async function repriceSeats(tx: Tx, eventId: string): Promise<void> {
  await tx.$executeRaw`
    WITH asked AS (SELECT id FROM "Seat" WHERE "eventId" = ${eventId} AND "categoryId" IS NULL ORDER BY id FOR UPDATE)
    UPDATE "Seat" s SET "pricePaise" = e."pricePaise", version = s.version + 1
      FROM asked, "EventSection" e
     WHERE s.id = asked.id AND e."eventId" = ${eventId} AND s."sectionId" = e."sectionId"`;
}

/** Does the same to the seats of that section, row and label; only for seats that were just made, which nobody can hold. */
export async function markAlike(tx: Tx, eventId: string, marks: readonly Mark[]): Promise<void> {
  const column = <K extends keyof Mark>(key: K) => marks.map((mark) => mark[key]);
  await tx.$executeRaw`
    UPDATE "Seat" s SET status = CASE WHEN m.blocked THEN 'BLOCKED'::"SeatStatus" ELSE s.status END, "blockedFor" = m.reason::"BlockReason",
           "categoryId" = m.category,
           "pricePaise" = coalesce((SELECT c."pricePaise" FROM "PriceCategory" c WHERE c.id = m.category), s."pricePaise")
      FROM unnest(${column("sectionId")}::text[], ${column("rowLabel")}::text[], ${column("seatLabel")}::text[], ${column("blocked")}::bool[],
                  ${column("blockedFor")}::text[], ${column("categoryId")}::text[]) AS m (section, "row", seat, blocked, reason, category)
     WHERE s."eventId" = ${eventId} AND s."sectionId" = m.section AND s."rowLabel" = m."row" AND s."seatLabel" = m.seat`;
}

/** A seat that somebody holds or has bought, and where it is in another plan; instants UTC. */
export type TakenSeat = {
  id: string;
  sectionName: string;
  rowLabel: string;
  seatLabel: string;
  status: "HELD" | "BOOKED";
  heldBy: string | null;
  heldUntil: Date | null;
  pricePaise: number;
};

/** All seats of an event, locked; of them those that are held or sold, in order. */
export async function lockTaken(tx: Tx, eventId: string): Promise<TakenSeat[]> {
  return tx.$queryRaw`
    WITH all_of_it AS (SELECT * FROM "Seat" WHERE "eventId" = ${eventId} ORDER BY id FOR UPDATE)
    SELECT s.id, e.name AS "sectionName", s."rowLabel", s."seatLabel", s.status::text, s."heldBy", s."heldUntil", s."pricePaise"
      FROM all_of_it s JOIN "EventSection" e ON e."eventId" = s."eventId" AND e."sectionId" = s."sectionId"
     WHERE s.status = 'BOOKED' OR (s.status = 'HELD' AND s."heldUntil" > now()) ORDER BY s.ordinal`;
}

/**
 * Gives seats that were just made, under new ids, to who had those of the same names: status, holder, time and price, and
 * with them the lines of bookings that wait or are confirmed, and the buyers' standings. @returns how many seats were found
 */
export async function handOver(tx: Tx, eventId: string, taken: readonly TakenSeat[]): Promise<number> {
  const column = <K extends keyof TakenSeat>(key: K) => taken.map((seat) => seat[key]);
  const moved = await tx.$queryRaw<{ was: string; id: string }[]>`
    UPDATE "Seat" s SET status = t.status::"SeatStatus", "heldBy" = t.holder, "heldUntil" = t.until, "pricePaise" = t.price, "blockedFor" = NULL
      FROM unnest(${column("id")}::text[], ${column("sectionName")}::text[], ${column("rowLabel")}::text[], ${column("seatLabel")}::text[],
                  ${column("status")}::text[], ${column("heldBy")}::text[], ${column("heldUntil")}::timestamptz[], ${column("pricePaise")}::int[])
             AS t (was, section, "row", seat, status, holder, until, price)
      JOIN "EventSection" e ON e."eventId" = ${eventId} AND e.name = t.section
     WHERE s."eventId" = ${eventId} AND s."sectionId" = e."sectionId" AND s."rowLabel" = t."row" AND s."seatLabel" = t.seat
    RETURNING t.was, s.id`;
  const [from, to] = [moved.map((seat) => seat.was), moved.map((seat) => seat.id)];
  await tx.$executeRaw`
    UPDATE "BookingItem" i SET "seatId" = m.id, "sectionId" = s."sectionId"
      FROM unnest(${from}::text[], ${to}::text[]) AS m (was, id) JOIN "Seat" s ON s.id = m.id, "Booking" b
     WHERE i."eventId" = ${eventId} AND i."seatId" = m.was AND b.id = i."bookingId" AND b.status IN ('PENDING', 'CONFIRMED')`;
  await tx.$executeRaw`
    UPDATE "SeatHold" h SET "seatIds" = ARRAY(
      SELECT m.id FROM unnest(h."seatIds") x JOIN unnest(${from}::text[], ${to}::text[]) AS m (was, id) ON m.was = x)
     WHERE h."eventId" = ${eventId}`;
  return moved.length;
}
