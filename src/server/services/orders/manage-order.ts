import { AppError, notFound } from "~/domain/errors";
import { mayManageEvent, personOf, type Actor } from "~/domain/permissions";
import type { Db, Tx } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import { rateLimit } from "~/server/rate-limit";
import { audit } from "~/server/services/audit";
import { bookingFacts } from "~/server/services/sale/news/booking-facts";

type Request = { db: Db; actor: Actor; bookingId: string };

/** Of one booking in an hour: enough for every mishap, too few to pester somebody. */
const RESENDS = 5;

/**
 * Sends a booking's tickets to its buyer once more, as they stand when the mail leaves.
 * @throws AppError NOT_FOUND, INVALID_TRANSITION (it has no tickets), RATE_LIMITED
 */
export async function resendTickets({ db, actor, bookingId }: Request): Promise<{ email: string }> {
  await managedOrder(db, actor, bookingId);
  await rateLimit({ db, name: "resend-tickets", key: bookingId, points: RESENDS, seconds: 3_600 });
  return transaction(db, async (tx) => {
    assertStands(await managedOrder(tx, actor, bookingId));
    const facts = await bookingFacts(tx, bookingId);
    const entry = await audit(tx, { actor, action: "booking.resendTickets", entity: "booking", entityId: bookingId, after: {} });
    const title = `Your tickets for ${facts.eventTitle}`;
    const body = `The organizer sends you the tickets of booking ${facts.bookingNumber} once more.`;
    await tx.outboxMessage.create({
      data: {
        template: "booking-confirmed",
        recipient: facts.email,
        userId: facts.userId,
        payload: { ...facts, title, body, refundPaise: 0 },
        dedupeKey: `mail:tickets-again:${bookingId}:${entry}`,
      },
      select: { id: true },
    });
    return { email: facts.email };
  });
}

/**
 * Puts another person's name on a booking's tickets and on the lists of who comes; whose booking it is stays. An empty
 * name gives it back to the buyer.
 * @throws AppError NOT_FOUND, INVALID_TRANSITION (it has no tickets)
 */
export async function renameAttendee({ db, actor, bookingId, name }: Request & { name: string }): Promise<{ attendeeName: string | null }> {
  const attendeeName = name || null;
  return transaction(db, async (tx) => {
    const before = await managedOrder(tx, actor, bookingId);
    assertStands(before);
    await tx.booking.update({ where: { id: bookingId }, data: { attendeeName }, select: { id: true } });
    await audit(tx, {
      actor, action: "booking.rename", entity: "booking", entityId: bookingId,
      before: { attendeeName: before.attendeeName }, after: { attendeeName },
    });
    return { attendeeName };
  });
}

/**
 * Writes a note to a booking, which its organizer alone reads.
 * @throws AppError NOT_FOUND
 */
export async function addNote({ db, actor, bookingId, body }: Request & { body: string }): Promise<{ id: string }> {
  await managedOrder(db, actor, bookingId);
  return db.bookingNote.create({ data: { bookingId, authorId: personOf(actor), body }, select: { id: true } });
}

async function managedOrder(db: Pick<Tx, "booking">, actor: Actor, bookingId: string) {
  const booking = await db.booking.findUnique({
    where: { id: bookingId },
    select: { status: true, attendeeName: true, event: { select: { organizerId: true, status: true } } },
  });
  if (!booking || !mayManageEvent(actor, booking.event)) throw notFound("booking");
  return booking;
}

function assertStands({ status, event }: { status: string; event: { status: string } }): void {
  if (status === "CONFIRMED" && event.status !== "CANCELLED") return;
  throw new AppError("INVALID_TRANSITION", "This booking has no tickets: it is not paid, or it was cancelled.");
}
