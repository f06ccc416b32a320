import type { Db } from "~/server/db/db";

/**
 * How everything stands, without ids and instants: what two orders that come to the same thing have in common. Seats by
 * their ordinal, people by name.
 */
export async function viewOf(db: Db, eventId: string): Promise<string> {
  const [event, seats, holds, bookings, coupon] = [
    await db.event.findUniqueOrThrow({ where: { id: eventId }, select: { status: true, venueId: true, seatCount: true } }),
    await db.$queryRaw<{ id: string; ordinal: number; line: string }[]>`
      SELECT s.id, s.ordinal, s.status || coalesce(' by ' || u.name, '') AS line
        FROM "Seat" s LEFT JOIN "User" u ON u.id = s."heldBy" WHERE s."eventId" = ${eventId} ORDER BY s.ordinal`,
    await db.$queryRaw<{ name: string; seatIds: string[]; seatsBought: number; extensions: number }[]>`
      SELECT u.name, h."seatIds", h."seatsBought", h.extensions FROM "SeatHold" h JOIN "User" u ON u.id = h."userId"
       WHERE h."eventId" = ${eventId} AND (cardinality(h."seatIds") > 0 OR h."seatsBought" > 0) ORDER BY u.name`,
    await db.booking.findMany({
      where: { eventId },
      select: {
        status: true, totalPaise: true, user: { select: { name: true } }, items: { select: { seatId: true, live: true } }, redemption: { select: { state: true } },
        payments: { select: { status: true, capturedPaise: true, refundedPaise: true, acceptedAt: true } },
        refunds: { select: { amountPaise: true, reason: true, status: true } },
      },
    }),
    await db.coupon.findFirstOrThrow({ select: { usedCount: true } }),
  ];
  const ordinals = new Map(seats.map((seat) => [seat.id, seat.ordinal]));
  const which = (ids: string[]) => ids.map((id) => ordinals.get(id) ?? "gone").sort().join("+");
  const lines = bookings.map(({ status, totalPaise, user, items, redemption, payments, refunds }) => {
    const live = items.filter((item) => item.live).length;
    const paid = payments.map((p) => `${p.status} ${p.capturedPaise}-${p.refundedPaise}${p.acceptedAt ? " accepted" : ""}`).sort();
    const back = refunds.map((r) => `${r.reason.split(":")[0]} ${r.amountPaise} ${r.status}`).sort();
    return `${user.name} ${which(items.map((item) => item.seatId))} ${status} ${totalPaise} live ${live} coupon ${redemption?.state ?? "none"} [${paid.join()}] [${back.join()}]`;
  });
  return [
    `event ${event.status}, ${event.seatCount} seats, coupon used ${coupon.usedCount}`,
    ...seats.filter((seat) => seat.line !== "AVAILABLE").map((seat) => `seat ${seat.ordinal} ${seat.line}`),
    ...holds.map((hold) => `${hold.name} has ${which(hold.seatIds) || "none"}, bought ${hold.seatsBought}, extended ${hold.extensions}`),
    ...lines.sort(),
  ].join("\n");
}
