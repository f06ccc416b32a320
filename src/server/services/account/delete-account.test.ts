import { beforeEach, describe, expect, it } from "vitest";
import type { User } from "~/generated/prisma/client";
import { callerFor } from "~/test/harness/callers";
import { authBrowser } from "~/test/harness/browser";
import { testDb } from "~/test/harness/database";
import { makeEvent, makeUser, PASSWORD } from "~/test/factories";
import { exportData } from "./export-data";

const db = testDb();
const DAY = 86_400_000;

let user: User;
beforeEach(async () => {
  user = await makeUser(db, { name: "Asha Rao", email: "asha@example.com", phone: "+919876543210" });
});

const remove = (who: User = user, password = PASSWORD) => callerFor(who).user.deleteAccount({ password });

/** A paid booking for a show that many days from now, with its invoice. */
async function makeBooking(daysAhead: number, status: "CONFIRMED" | "PENDING" | "CANCELLED" = "CONFIRMED") {
  const { event } = await makeEvent(db, { startsAt: new Date(Date.now() + daysAhead * DAY) });
  const booking = await db.booking.create({
    data: {
      bookingNumber: `B${daysAhead}${status}`,
      userId: user.id,
      eventId: event.id,
      status,
      confirmedAt: new Date(),
      seatCount: 1,
      subtotalPaise: 100,
      taxPaise: 18,
      totalPaise: 118,
      expiresAt: new Date(),
      holdsUntil: new Date(),
      policy: {},
    },
  });
  const invoice = {
    kind: "INVOICE" as const,
    sellerKey: "s",
    financialYear: "2026-27",
    sequence: 1,
    number: `I${daysAhead}`,
  };
  await db.invoice.create({
    data: { ...invoice, bookingId: booking.id, totalPaise: 118, content: { buyer: "Asha Rao" } },
  });
  return { booking, event };
}

describe("user.deleteAccount", () => {
  it("forgets the person and keeps the invoices", async () => {
    const { event } = await makeBooking(-3);
    const device = authBrowser(db);
    await device.signIn(user.email, PASSWORD);
    await db.review.create({
      data: { userId: user.id, eventId: event.id, rating: 5, comment: "I, Asha, loved it" },
    });
    await db.notification.create({ data: { userId: user.id, type: "x", title: "Dear Asha", body: "" } });
    await callerFor(null).auth.requestPasswordReset({ email: user.email });
    const owner = await makeUser(db, { role: "ORGANIZER" });
    await db.teamMember.create({ data: { ownerId: owner.id, userId: user.id, role: "DOOR" } });
    const asked = { expiresAt: new Date(Date.now() + DAY), role: "DOOR" as const };
    await db.teamInvitation.create({ data: { ownerId: (await makeUser(db)).id, email: user.email, ...asked } });
    await callerFor(user, { claims: device.claims() }).user.deleteAccount({ password: PASSWORD });

    const kept = await db.user.findUniqueOrThrow({ where: { id: user.id } });
    expect(kept).toMatchObject({
      name: "Deleted account",
      phone: null,
      role: "USER",
      deletedAt: expect.any(Date),
    });
    const admin = callerFor(await makeUser(db, { role: "ADMIN" }));
    const log = await admin.admin.auditLog({ entity: "user" });
    expect(log.items).toMatchObject([{ action: "user.delete", entityId: user.id, actorId: user.id }]);
    const rest = await Promise.all([
      db.user.findMany(),
      db.session.findMany(),
      db.userToken.findMany(),
      db.notification.findMany(),
      db.outboxMessage.findMany(),
      db.review.findMany(),
      db.auditEntry.findMany(),
      db.rateLimiterFlexible.findMany(),
      db.teamInvitation.findMany(),
    ]);
    expect(JSON.stringify(rest)).not.toMatch(/asha|9876543210/i);
    expect(await db.teamMember.count()).toBe(0);
    expect(await db.invoice.findMany()).toMatchObject([{ content: { buyer: "Asha Rao" } }]);
    expect(await db.review.findMany()).toMatchObject([{ rating: 5, comment: null }]);
    expect(
      await callerFor(user, { claims: device.claims() })
        .user.profile()
        .catch((error) => error.code),
    ).toBe("UNAUTHORIZED");
  });

  it("lets nobody in any more, and the address be used anew", async () => {
    await remove();
    expect((await authBrowser(db).signIn(user.email, PASSWORD)).error).toBe("WRONG_PASSWORD");
    const { id } = await callerFor(null).auth.register({
      name: "Asha Rao",
      email: user.email,
      password: PASSWORD,
    });
    expect(id).not.toBe(user.id);
    expect(await callerFor({ id }).user.profile()).toMatchObject({ bookingCount: 0 });
  });

  it("asks for the password, and cannot be used to guess it", async () => {
    await expect(remove(user, "wrong")).rejects.toMatchObject({
      cause: { code: "WRONG_PASSWORD", field: "password" },
    });
    for (let i = 0; i < 9; i++) await remove(user, "wrong").catch(() => undefined);
    await expect(remove()).rejects.toMatchObject({ code: "TOO_MANY_REQUESTS" });
    expect(await db.user.findUnique({ where: { id: user.id } })).toMatchObject({
      deletedAt: null,
      name: "Asha Rao",
    });
  });

  it.each(["CONFIRMED", "PENDING"] as const)("waits for a %s booking of a show to come", async (status) => {
    await makeBooking(3, status);
    await expect(remove()).rejects.toMatchObject({
      cause: { code: "INVALID_TRANSITION" },
      message: expect.stringMatching(/shows still to come/),
    });
    expect(await db.user.findUnique({ where: { id: user.id } })).toMatchObject({ deletedAt: null });
  });

  it("does not wait for a cancelled one, unless its refund is still under way", async () => {
    const { booking } = await makeBooking(3, "CANCELLED");
    const payment = await db.payment.create({
      data: {
        bookingId: booking.id,
        gateway: "sandbox",
        orderId: "o",
        method: "UPI",
        amountPaise: 118,
        capturedPaise: 118,
      },
    });
    const refund = {
      bookingId: booking.id,
      paymentId: payment.id,
      amountPaise: 118,
      reason: "x",
      idempotencyKey: "k",
    };
    const { id } = await db.refund.create({ data: refund });
    await expect(remove()).rejects.toThrow(/refund is still on its way/);
    await db.refund.update({ where: { id }, data: { status: "COMPLETED" } });
    await remove();
  });

  it("waits for an organizer's events on sale, and for the last admin", async () => {
    const organizer = await makeUser(db, { role: "ORGANIZER" });
    const { event } = await makeEvent(db, { organizerId: organizer.id });
    await expect(remove(organizer)).rejects.toThrow(/events on sale/);
    await db.event.update({ where: { id: event.id }, data: { status: "CANCELLED" } });
    await remove(organizer);
    const admin = await makeUser(db, { role: "ADMIN" });
    await expect(remove(admin)).rejects.toThrow(/only admin/);
    await makeUser(db, { role: "ADMIN" });
    await remove(admin);
  });
});

describe("the copy of one's data", () => {
  it("holds what is one's own, and no secret", async () => {
    await makeBooking(-3);
    await callerFor(null).auth.requestPasswordReset({ email: user.email });
    const copy = await exportData({ db, actor: user });
    expect(copy).toMatchObject({
      account: { email: "asha@example.com", phone: "+919876543210" },
      bookings: [
        { bookingNumber: "B-3CONFIRMED", totalPaise: 118, invoices: [{ content: { buyer: "Asha Rao" } }] },
      ],
      mails: [{ template: "password-reset" }],
    });
    expect(JSON.stringify(copy)).not.toMatch(/passwordHash|token|\$2b\$/);
  });

  it("holds nothing of others", async () => {
    await makeBooking(-3);
    const stranger = await makeUser(db);
    const copy = await exportData({ db, actor: stranger });
    expect(copy).toMatchObject({ bookings: [], sessions: [], reviews: [], notifications: [], mails: [] });
    expect(JSON.stringify(copy)).not.toContain("asha@example.com");
  });
});
