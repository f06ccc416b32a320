import { AppError, notFound } from "~/domain/errors";
import type { ControlDb, ControlTx } from "./database";
import { controlTransaction } from "./transaction";

type Locked = { id: string; userId: string; eventId: string; status: string; holdsUntil: Date; eventStatus: string; seatIds: string[]; now: Date };
type Facts = {
  id: string;
  bookingNumber: string;
  user: { id: string; name: string; email: string };
  event: { id: string; title: string; startsAt: Date; venue: { name: string; city: string; timeZone: string } };
  items: { sectionName: string; rowLabel: string; seatLabel: string }[];
};

/** Confirms a booking that costs nothing, as booking.confirm did at Read Committed. @throws AppError BOOKING_EXPIRED */
export async function controlConfirm({ db, userId, bookingId }: { db: ControlDb; userId: string; bookingId: string }): Promise<void> {
  const known = await db.booking.findUnique<{ userId: string } | null>({
    where: { id: bookingId },
    select: {
      userId: true, totalPaise: true, status: true, confirmedAt: true,
      payments: { select: { orderId: true, gatewayPaymentId: true, acceptedAt: true } },
    },
  });
  if (known?.userId !== userId) throw notFound("booking");
  await controlTransaction(db, { isolationLevel: "ReadCommitted", deadlineMs: 6_000 }, async (tx) => {
    const booking = await lock(tx, bookingId);
    const inTime = booking.status === "PENDING" && booking.holdsUntil > booking.now && booking.eventStatus === "PUBLISHED";
    if (!inTime || !(await takeSeats(tx, booking))) throw new AppError("BOOKING_EXPIRED", "The time for this booking has run out.");
  });
}

async function lock(tx: ControlTx, bookingId: string): Promise<Locked> {
  await tx.$executeRaw`SELECT 1 FROM "Booking" WHERE id = ${bookingId} FOR UPDATE`;
  const [booking] = (await tx.$queryRaw`
    SELECT b.id, b."bookingNumber", b."userId", b."eventId", b.status::text, b."totalPaise", b."expiresAt", b."holdsUntil",
           b."confirmedAt", b."cancelReason", b.policy, b."couponId", e.status::text AS "eventStatus",
           e."startsAt" AS "eventStartsAt", clock_timestamp() AS now,
           ARRAY(SELECT i."seatId" FROM "BookingItem" i WHERE i."bookingId" = b.id ORDER BY i."seatId" COLLATE "C") AS "seatIds"
      FROM "Booking" b JOIN "Event" e ON e.id = b."eventId" WHERE b.id = ${bookingId}`) as [Locked];
  return booking;
}

async function takeSeats(tx: ControlTx, booking: Locked): Promise<boolean> {
  const { id, userId, eventId, seatIds, now } = booking;
  const [result] = (await tx.$queryRaw`SELECT book_seats(${userId}, ${eventId}, ${seatIds}::text[], ${6}::int) AS outcome`) as [{ outcome: string }];
  if (result.outcome !== "BOOKED") return false;
  await tx.bookingItem.updateMany({ where: { bookingId: id }, data: { live: true } });
  await tx.booking.update({ where: { id }, data: { status: "CONFIRMED", confirmedAt: now } });
  await tx.booking.updateManyAndReturn({
    where: { id: { not: id }, userId, eventId, status: "PENDING", items: { some: { seatId: { in: seatIds } } } },
    data: { status: "CANCELLED", cancelledAt: now, cancelReason: "The payment for your earlier booking of these seats came through." },
    select: { id: true },
  });
  await tell(tx, id);
  return true;
}

async function tell(tx: ControlTx, bookingId: string): Promise<void> {
  const { user, event, ...facts } = await tx.booking.findUnique<Facts>({
    where: { id: bookingId },
    select: {
      id: true, bookingNumber: true, subtotalPaise: true, discountPaise: true, taxPaise: true, totalPaise: true,
      user: { select: { id: true, name: true, email: true } },
      event: { select: { id: true, title: true, startsAt: true, venue: { select: { name: true, city: true, timeZone: true } } } },
      items: { select: { sectionName: true, rowLabel: true, seatLabel: true }, orderBy: { seatId: "asc" } },
    },
  });
  const title = `You are going to ${event.title}`;
  const body = `Booking ${facts.bookingNumber} is confirmed. Your tickets are ready.`;
  const dedupeKey = `booking-confirmed:${bookingId}`;
  await tx.notification.createMany({
    data: [{ userId: user.id, type: "booking-confirmed", title, body, href: `/my-bookings?booking=${bookingId}`, dedupeKey }],
    skipDuplicates: true,
  });
  const seats = facts.items.map((item) => `${item.sectionName} ${item.rowLabel}${item.seatLabel}`);
  const payload = { ...facts, ...event.venue, name: user.name, email: user.email, seats, startsAt: event.startsAt.toISOString(), title, body };
  await tx.outboxMessage.createMany({
    data: [{ template: "booking-confirmed", recipient: user.email, userId: user.id, payload, dedupeKey: `mail:${dedupeKey}` }],
    skipDuplicates: true,
  });
}
