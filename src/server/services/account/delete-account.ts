import { AppError, notFound } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import type { Db, Tx } from "~/server/db/db";
import { rateLimit, resetRateLimit } from "~/server/rate-limit";
import { transaction } from "~/server/db/transaction";
import { lockEventsToClose } from "~/server/services/sale/locks";
import { audit } from "../audit";
import { passwordMatches } from "./password";

type Deletion = { db: Db; actor: Actor; password: string; now?: Date };

/**
 * Forgets a person. Bookings, payments and invoices stay, as the law asks, under no name of their own (an invoice
 * keeps the one it was issued to); all else that tells who it was goes: name, address, phone, sessions, messages,
 * the words of reviews. The address is free for a new account.
 * @throws AppError WRONG_PASSWORD (field password), RATE_LIMITED, INVALID_TRANSITION with what has to be settled first
 */
export async function deleteAccount({ db, actor, password, now = new Date() }: Deletion): Promise<void> {
  const limit = { db, name: "delete-account", key: actor.id, points: 10, seconds: 900 };
  await rateLimit(limit);
  const user = await db.user.findUnique({ where: { id: actor.id }, select: { passwordHash: true } });
  if (!user) throw notFound("account");
  if (!(await passwordMatches(password, user.passwordHash))) {
    throw new AppError("WRONG_PASSWORD", "That is not your password.", { field: "password" });
  }
  await resetRateLimit(limit);
  await transaction(db, async (tx) => {
    const ahead = await tx.event.findMany({
      where: { startsAt: { gt: now }, status: "PUBLISHED", OR: [{ organizerId: actor.id }, { bookings: { some: { userId: actor.id } } }] },
      select: { id: true },
    });
    await lockEventsToClose(tx, ahead.map((event) => event.id));
    await refuseWhileUnsettled(tx, actor, now);
    await forget(tx, actor.id, now);
    await audit(tx, { actor, action: "user.delete", entity: "user", entityId: actor.id });
  });
}

async function refuseWhileUnsettled(tx: Tx, { id: userId, role }: Actor, now: Date): Promise<void> {
  const ahead = { startsAt: { gt: now }, status: "PUBLISHED" as const };
  const refuse = (sentence: string) => {
    throw new AppError("INVALID_TRANSITION", sentence);
  };
  if (await tx.booking.count({ where: { userId, status: { in: ["PENDING", "CONFIRMED"] }, event: ahead } })) {
    refuse("You have tickets for shows still to come. Cancel them, or come back after the last one.");
  }
  if (await tx.refund.count({ where: { booking: { userId }, status: { in: ["PENDING", "PROCESSING"] } } })) {
    refuse("A refund is still on its way to you. Come back once it has arrived.");
  }
  if (await tx.event.count({ where: { organizerId: userId, ...ahead } })) {
    refuse("You have events on sale. Cancel them, or come back after the last one.");
  }
  if (
    role === "ADMIN" &&
    (await tx.user.count({ where: { role: "ADMIN", deletedAt: null, id: { not: userId } } })) === 0
  ) {
    refuse("You are the only admin. Make someone else one first.");
  }
}

async function forget(tx: Tx, userId: string, now: Date): Promise<void> {
  await tx.user.update({
    where: { id: userId },
    data: {
      name: "Deleted account",
      email: `deleted-${userId}@deleted.invalid`,
      phone: null,
      gstin: null,
      gstName: null,
      // No bcrypt hash: nothing matches it.
      passwordHash: "",
      role: "USER",
      preferences: {},
      emailVerifiedAt: null,
      deletedAt: now,
      sessionVersion: { increment: 1 },
    },
    select: { id: true },
  });
  await tx.session.deleteMany({ where: { userId } });
  await tx.userToken.deleteMany({ where: { userId } });
  await tx.notification.deleteMany({ where: { userId } });
  await tx.outboxMessage.deleteMany({ where: { userId } });
  await tx.review.updateMany({ where: { userId }, data: { comment: null } });
  await tx.booking.updateMany({ where: { userId, attendeeName: { not: null } }, data: { attendeeName: null } });
  await tx.bookingNote.deleteMany({ where: { booking: { userId } } });
}
