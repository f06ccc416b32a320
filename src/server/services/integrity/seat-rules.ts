import type { Rule } from "./rule";

/** No seat sold twice, and every seat's state has its reason. */
export const seatRules: Rule[] = [
  {
    name: "one-live-item-a-seat",
    says: "No seat is in two live bookings.",
    sql: `SELECT "seatId" AS id, count(*) || ' live items' AS detail
            FROM "BookingItem" WHERE live GROUP BY "seatId" HAVING count(*) > 1`,
  },
  {
    name: "booked-has-item",
    says: "A seat is BOOKED if and only if one live item of a confirmed booking sold it.",
    sql: `SELECT s.id, 'BOOKED, and no live item' AS detail FROM "Seat" s
           WHERE s.status = 'BOOKED' AND NOT EXISTS (SELECT 1 FROM "BookingItem" i WHERE i."seatId" = s.id AND i.live)
          UNION ALL
          SELECT i."seatId", 'a live item of booking ' || i."bookingId" || ', and the seat is ' || coalesce(s.status::text, 'gone')
            FROM "BookingItem" i LEFT JOIN "Seat" s ON s.id = i."seatId"
           WHERE i.live AND s.status IS DISTINCT FROM 'BOOKED'`,
  },
  {
    name: "live-means-confirmed",
    says: "Items are live in confirmed bookings, all of them, and in no others.",
    sql: `SELECT b.id, b.status || ' with ' || count(*) FILTER (WHERE i.live) || ' live of ' || count(i.id) || ' items' AS detail
            FROM "Booking" b LEFT JOIN "BookingItem" i ON i."bookingId" = b.id
           GROUP BY b.id, b.status
          HAVING count(*) FILTER (WHERE i.live) <> CASE WHEN b.status = 'CONFIRMED' THEN count(i.id) ELSE 0 END`,
  },
  {
    name: "seat-count",
    says: "A booking has as many items as it says, of its own event.",
    sql: `SELECT b.id, b."seatCount" || ' said, ' || count(i.id) || ' items' AS detail
            FROM "Booking" b LEFT JOIN "BookingItem" i ON i."bookingId" = b.id AND i."eventId" = b."eventId"
           GROUP BY b.id, b."seatCount" HAVING b."seatCount" <> count(i.id)`,
  },
  {
    name: "held-has-holder",
    says: "A held seat has a holder and a time, and stands on its holder's list.",
    sql: `SELECT s.id, 'held by ' || coalesce(s."heldBy", 'nobody') || ' until ' || coalesce(s."heldUntil"::text, 'no time') AS detail
            FROM "Seat" s LEFT JOIN "SeatHold" h ON h."userId" = s."heldBy" AND h."eventId" = s."eventId"
           WHERE s.status = 'HELD' AND (s."heldBy" IS NULL OR s."heldUntil" IS NULL
              OR (s."heldUntil" > now() AND (h."userId" IS NULL OR s.id <> ALL (h."seatIds"))))`,
  },
  {
    name: "standing-agrees",
    says: "A buyer's standing at an event counts exactly the seats they have bought, and stays within its limit.",
    sql: `SELECT coalesce(h."userId", sold."userId") || ' at ' || coalesce(h."eventId", sold."eventId") AS id,
                 coalesce(h."seatsBought", 0) || ' said, ' || coalesce(sold.seats, 0) || ' sold, limit ' || coalesce(h."seatLimit"::text, 'none') AS detail
            FROM "SeatHold" h
            FULL JOIN (SELECT b."userId", b."eventId", count(*) AS seats
                         FROM "Booking" b JOIN "BookingItem" i ON i."bookingId" = b.id AND i.live GROUP BY 1, 2) sold
              ON sold."userId" = h."userId" AND sold."eventId" = h."eventId"
           WHERE coalesce(h."seatsBought", 0) <> coalesce(sold.seats, 0)
              OR h."seatsBought" + cardinality(h."seatIds") > h."seatLimit"`,
  },
  {
    name: "called-off",
    says: "Nobody holds a ticket for an event that was called off, but where the refunds are still under way.",
    sql: `SELECT b.id, 'CONFIRMED, and its event is CANCELLED' AS detail
            FROM "Booking" b JOIN "Event" e ON e.id = b."eventId"
           WHERE b.status = 'CONFIRMED' AND e.status = 'CANCELLED'
             AND NOT EXISTS (SELECT 1 FROM "Task" t WHERE t."entityId" = e.id AND t.status = 'RUNNING')`,
  },
];
