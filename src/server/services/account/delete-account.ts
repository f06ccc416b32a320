import { AppError } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import type { Db, Tx } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import { Prisma } from "~/generated/prisma/client";
import { lockEventsToClose } from "~/server/services/sale/locks";
import { audit } from "../audit";
import { noteSecurity } from "../security/note";
import { confirmPassword } from "./confirm-password";

type Deletion = { db: Db; actor: Actor; password: string; ip?: string; now?: Date };

/**
 * Forgets a person. Bookings, payments and invoices stay, as the law asks, under no name of their own (an invoice
 * keeps the one it was issued to); all else that tells who it was goes: name, address, phone, sessions, messages,
 * the words of reviews. The address is free for a new account.
 * @throws AppError WRONG_PASSWORD (field password), RATE_LIMITED, INVALID_TRANSITION with what has to be settled first
 */
export async function deleteAccount({ db, actor, password, ip, now = new Date() }: Deletion): Promise<void> {
  await confirmPassword({ db, actor, password });
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
  await noteSecurity({ db, kind: "account-deleted", ip });
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
  const { email } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
  await tx.signInCode.deleteMany({ where: { email } });
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
  await tx.secondFactor.deleteMany({ where: { userId } });
  await tx.recoveryCode.deleteMany({ where: { userId } });
  // What happened stays, about nobody.
  await tx.securityEvent.updateMany({ where: { userId }, data: { userId: null, ip: "", facts: Prisma.DbNull } });
  await tx.userToken.deleteMany({ where: { userId } });
  await tx.apiKey.deleteMany({ where: { userId } });
  await tx.webhookEndpoint.deleteMany({ where: { userId } });
  // The series of invoice numbers goes on being taken; each invoice keeps who issued it.
  await tx.sellerProfile.updateMany({ where: { userId }, data: { legalName: "Deleted account", address: "", gstin: null } });
  await tx.auditEntry.updateMany({ where: { actorId: userId, action: "seller.update" }, data: { before: Prisma.DbNull, after: Prisma.DbNull } });
  await tx.teamMember.deleteMany({ where: { OR: [{ userId }, { ownerId: userId }] } });
  await tx.teamInvitation.deleteMany({ where: { OR: [{ email }, { ownerId: userId }] } });
  await tx.savedEvent.deleteMany({ where: { userId } });
  await tx.eventQuestion.deleteMany({ where: { userId } });
  await tx.notification.deleteMany({ where: { userId } });
  await tx.outboxMessage.deleteMany({ where: { userId } });
  await tx.review.updateMany({ where: { userId }, data: { comment: null } });
  await tx.booking.updateMany({ where: { userId, attendeeName: { not: null } }, data: { attendeeName: null } });
  await tx.bookingNote.deleteMany({ where: { booking: { userId } } });
}
