import type { Actor } from "~/domain/permissions";
import type { Db } from "~/server/db/db";
import { rateLimit } from "~/server/rate-limit";
import { noteSecurity } from "../security/note";

/**
 * All that we keep about a person, as plain data: money in paise, instants in UTC.
 * @throws AppError RATE_LIMITED after 10 in an hour
 */
export async function exportData({ db, actor, ip }: { db: Db; actor: Actor; ip?: string }) {
  await rateLimit({ db, name: "export", key: actor.id, points: 10, seconds: 3_600 });
  const userId = actor.id;
  await noteSecurity({ db, kind: "data-exported", userId, ip, facts: { what: "own account" } });
  const [account, sessions, bookings, reviews, savedEvents, questions, notifications, mails, seller, venues, events, apiKeys, security, teams, team] = await Promise.all([
    db.user.findUniqueOrThrow({
      where: { id: userId },
      select: {
        id: true,
        name: true,
        email: true,
        phone: true,
        gstin: true,
        gstName: true,
        role: true,
        emailVerifiedAt: true,
        preferences: true,
        createdAt: true,
      },
    }),
    db.session.findMany({ where: { userId }, omit: { userId: true }, orderBy: { createdAt: "asc" } }),
    db.booking.findMany({ where: { userId }, select: booking, orderBy: { createdAt: "asc" } }),
    db.review.findMany({ where: { userId }, omit: { userId: true }, orderBy: { createdAt: "asc" } }),
    db.savedEvent.findMany({ where: { userId }, omit: { userId: true }, orderBy: { createdAt: "asc" } }),
    db.eventQuestion.findMany({ where: { userId }, omit: { userId: true }, orderBy: { createdAt: "asc" } }),
    db.notification.findMany({
      where: { userId },
      omit: { userId: true, dedupeKey: true },
      orderBy: { createdAt: "asc" },
    }),
    // Not what stands in them: a mail may hold a link that opens the account.
    db.outboxMessage.findMany({
      where: { userId },
      select: { template: true, recipient: true, createdAt: true, sentAt: true },
      orderBy: { createdAt: "asc" },
    }),
    db.sellerProfile.findUnique({ where: { userId }, omit: { userId: true } }),
    db.venue.findMany({ where: { ownerId: userId }, select: { id: true, name: true, address: true, city: true, createdAt: true } }),
    db.event.findMany({ where: { organizerId: userId }, select: { id: true, title: true, status: true, startsAt: true, createdAt: true } }),
    // What a key is told by; never what opens with it.
    db.apiKey.findMany({ where: { userId }, omit: { userId: true, hash: true }, orderBy: { createdAt: "asc" } }),
    db.securityEvent.findMany({ where: { userId }, omit: { userId: true }, orderBy: { at: "asc" } }),
    db.teamMember.findMany({ where: { userId }, select: { role: true, createdAt: true, owner: { select: { name: true } } } }),
    db.teamMember.findMany({ where: { ownerId: userId }, select: { role: true, createdAt: true, user: { select: { name: true } } } }),
  ]);
  const own = { account, sessions, bookings, reviews, savedEvents, questions, notifications, mails };
  return { exportedAt: new Date(), ...own, seller, venues, events, apiKeys, security, teams, team };
}

const booking = {
  bookingNumber: true,
  status: true,
  subtotalPaise: true,
  discountPaise: true,
  taxPaise: true,
  totalPaise: true,
  createdAt: true,
  confirmedAt: true,
  cancelledAt: true,
  attendeeName: true,
  notes: { select: { body: true, createdAt: true } },
  event: { select: { id: true, title: true, startsAt: true } },
  items: { select: { sectionName: true, rowLabel: true, seatLabel: true, pricePaise: true } },
  payments: { select: { orderId: true, method: true, status: true, amountPaise: true, capturedAt: true } },
  refunds: { select: { amountPaise: true, reason: true, status: true, createdAt: true } },
  invoices: { select: { kind: true, number: true, totalPaise: true, content: true, issuedAt: true } },
} as const;
