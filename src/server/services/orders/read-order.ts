import { notFound } from "~/domain/errors";
import { mayManageEvent, type Actor } from "~/domain/permissions";
import { causeOf, type RefundCause } from "~/domain/settlement";
import type { Prisma } from "~/generated/prisma/client";
import type { Db } from "~/server/db/db";

/** Something that happened to a booking; money in paise, instants UTC. */
export type Moment =
  | { at: Date; what: "BEGUN" | "CONFIRMED" | "RAN_OUT" }
  | { at: Date; what: "CANCELLED"; reason: string | null }
  | { at: Date; what: "PAID" | "PAYMENT_FAILED"; amountPaise: number; reason: string | null }
  | { at: Date; what: "REFUND_ASKED" | "REFUND_DONE"; amountPaise: number; cause: RefundCause }
  | { at: Date; what: "INVOICE" | "CREDIT_NOTE"; number: string }
  | { at: Date; what: "CHECKED_IN"; seat: { sectionName: string; rowLabel: string; seatLabel: string } }
  | { at: Date; what: "RENAMED"; name: string; by: string }
  | { at: Date; what: "TICKETS_SENT"; by: string };

const select = {
  id: true,
  status: true,
  attendeeName: true,
  createdAt: true,
  confirmedAt: true,
  cancelledAt: true,
  cancelReason: true,
  holdsUntil: true,
  event: { select: { organizerId: true } },
  items: { select: { sectionName: true, rowLabel: true, seatLabel: true, checkedInAt: true } },
  payments: { select: { amountPaise: true, status: true, capturedAt: true, updatedAt: true, failureReason: true } },
  refunds: { select: { amountPaise: true, reason: true, createdAt: true, completedAt: true } },
  invoices: { select: { kind: true, number: true, issuedAt: true } },
  notes: { orderBy: { createdAt: "desc" }, select: { id: true, body: true, createdAt: true, author: { select: { name: true } } } },
} satisfies Prisma.BookingSelect;

/**
 * What an organizer knows of one booking beside its money: whose name it carries, their own notes, and all that happened,
 * the latest first.
 * @throws AppError NOT_FOUND, also for another organizer's
 */
export async function readOrder({ db, actor, bookingId }: { db: Db; actor: Actor; bookingId: string }) {
  const booking = await db.booking.findUnique({ where: { id: bookingId }, select });
  if (!booking || !mayManageEvent(actor, booking.event)) throw notFound("booking");
  const { id, attendeeName, notes } = booking;
  const moments = [...ofBooking(booking), ...(await ofOrganizer(db, id))];
  return {
    id,
    attendeeName,
    notes: notes.map(({ author, ...note }) => ({ ...note, author: author.name })),
    timeline: moments.sort((a, b) => b.at.getTime() - a.at.getTime()),
  };
}

function ofBooking(booking: Prisma.BookingGetPayload<{ select: typeof select }>): Moment[] {
  const { createdAt, confirmedAt, cancelledAt, cancelReason, payments, refunds, invoices, items } = booking;
  const when = <T extends object>(at: Date | null, moment: T) => (at ? [{ at, ...moment }] : []);
  return [
    { at: createdAt, what: "BEGUN" },
    ...when(confirmedAt, { what: "CONFIRMED" as const }),
    ...when(booking.status === "EXPIRED" ? booking.holdsUntil : null, { what: "RAN_OUT" as const }),
    ...when(cancelledAt, { what: "CANCELLED" as const, reason: cancelReason }),
    ...payments.flatMap(({ amountPaise, status, capturedAt, updatedAt, failureReason: reason }) => [
      ...when(capturedAt, { what: "PAID" as const, amountPaise, reason: null }),
      ...when(status === "FAILED" ? updatedAt : null, { what: "PAYMENT_FAILED" as const, amountPaise, reason }),
    ]),
    ...refunds.flatMap(({ amountPaise, reason, ...refund }) => [
      { at: refund.createdAt, what: "REFUND_ASKED" as const, amountPaise, cause: causeOf(reason) },
      ...when(refund.completedAt, { what: "REFUND_DONE" as const, amountPaise, cause: causeOf(reason) }),
    ]),
    ...invoices.map(({ kind, number, issuedAt }) => ({ at: issuedAt, what: kind, number })),
    ...items.flatMap(({ checkedInAt, ...seat }) => when(checkedInAt, { what: "CHECKED_IN" as const, seat })),
  ];
}

/** What its organizer did, as the audit log has it. */
async function ofOrganizer(db: Db, bookingId: string): Promise<Moment[]> {
  const entries = await db.auditEntry.findMany({
    where: { entity: "booking", entityId: bookingId, action: { in: ["booking.rename", "booking.resendTickets"] } },
    select: { action: true, actorId: true, after: true, createdAt: true },
  });
  const people = await db.user.findMany({
    where: { id: { in: entries.flatMap(({ actorId }) => actorId ?? []) } },
    select: { id: true, name: true },
  });
  return entries.map(({ action, actorId, after, createdAt: at }) => {
    const by = people.find(({ id }) => id === actorId)?.name ?? "Aisle";
    if (action === "booking.resendTickets") return { at, what: "TICKETS_SENT", by };
    return { at, what: "RENAMED", name: String((after as { attendeeName?: unknown } | null)?.attendeeName ?? ""), by };
  });
}
