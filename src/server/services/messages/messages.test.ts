import { beforeEach, describe, expect, it } from "vitest";
import { makeEvent, makeUser, makeVenue } from "~/test/factories";
import { callerFor } from "~/test/harness/callers";
import { anotherDb, testDb } from "~/test/harness/database";
import { completeEnded } from "../events/complete-ended";
import { deliverOutbox } from "../mail/deliver-outbox";
import { outdated } from "../mail/outdated";
import { renderMail } from "../mail/render";
import { sendReminders } from "./send-reminders";

const db = testDb();
const other = anotherDb();
const hour = 3_600_000;
const startsAt = new Date("2026-12-12T14:00:00Z");
const before = (hours: number) => new Date(startsAt.getTime() - hours * hour);

type Event = Awaited<ReturnType<typeof makeEvent>>["event"];
let event: Event;
let made = 0;

beforeEach(async () => {
  const venue = await makeVenue(db, { name: "Royal Opera House" });
  ({ event } = await makeEvent(db, { venue, startsAt, title: "Rag at night" }));
});

/** Someone with a confirmed booking. */
async function holder(options: { confirmedAt?: Date; preferences?: object; bookings?: number; status?: "CONFIRMED" | "CANCELLED" } = {}) {
  const user = await makeUser(db, { name: "Asha", preferences: options.preferences ?? {} });
  for (let i = 0; i < (options.bookings ?? 1); i++) {
    await db.booking.create({
      data: {
        bookingNumber: `AIS-${(made += 1)}`,
        userId: user.id,
        eventId: event.id,
        status: options.status ?? "CONFIRMED",
        seatCount: 1,
        subtotalPaise: 1_000,
        taxPaise: 180,
        totalPaise: 1_180,
        expiresAt: before(100),
        holdsUntil: before(100),
        confirmedAt: options.confirmedAt ?? before(100),
        policy: {},
        items: {
          create: { eventId: event.id, seatId: `s-${made}`, sectionId: "x", sectionName: "Stalls", rowLabel: "C", seatLabel: `${made}`, pricePaise: 1_000, live: options.status !== "CANCELLED" },
        },
      },
    });
  }
  return user;
}

const mails = (template: string) => db.outboxMessage.findMany({ where: { template }, orderBy: { createdAt: "asc" } });

describe("sendReminders", () => {
  it("reminds a day before and two hours before, once each", async () => {
    const asha = await holder({ bookings: 2 });
    expect((await sendReminders({ db, now: before(25) })).reminded).toBe(0);
    expect((await sendReminders({ db, now: before(23.5) })).reminded).toBe(1);
    expect((await sendReminders({ db, now: before(22.5) })).reminded).toBe(0);
    expect((await sendReminders({ db, now: before(1.5) })).reminded).toBe(1);
    expect((await sendReminders({ db, now: before(0.5) })).reminded).toBe(0);
    expect((await sendReminders({ db, now: before(-1) })).events).toBe(0);

    const [mail] = await mails("reminder-day");
    const { subject, text } = renderMail(mail!.template, mail!.payload);
    expect(subject).toBe("Rag at night is soon");
    expect(text).toContain("Sat 12 Dec, 7:30 pm, Mumbai time");
    expect(text).toMatch(/Stalls C\d+/);
    const told = (await callerFor(asha).notification.list()).items;
    expect(told.map(({ type }) => type)).toEqual(["reminder-hours", "reminder-day"]);
    expect(told[0]!.href).toMatch(/^\/tickets\//);
  });

  it("does not catch up on what is too late after a standstill", async () => {
    await holder();
    expect((await sendReminders({ db, now: before(3) })).reminded).toBe(0);
    expect((await sendReminders({ db, now: before(1) })).reminded).toBe(1);
    expect(await mails("reminder-day")).toEqual([]);
    await holder();
    expect((await sendReminders({ db, now: before(-0.1) })).reminded).toBe(0);
  });

  it("reminds nobody twice where two runs work at once", async () => {
    for (let i = 0; i < 30; i++) await holder();
    const now = before(20);
    const runs = await Promise.all([sendReminders({ db, now }), sendReminders({ db: other, now })]);
    expect(runs[0].reminded + runs[1].reminded).toBe(30);
    expect(await db.outboxMessage.count()).toBe(30);
    expect(await db.notification.count()).toBe(30);
  });

  it("leaves out who does not want it, who cancelled, and who has only just booked", async () => {
    await holder({ preferences: { reminders: false } });
    await holder({ status: "CANCELLED" });
    await holder({ confirmedAt: before(5) });
    expect((await sendReminders({ db, now: before(4.5) })).reminded).toBe(0);
    expect((await sendReminders({ db, now: before(1) })).reminded).toBe(1);
  });

  it("reminds again of an evening that was moved, and not of one that was called off", async () => {
    await holder();
    await sendReminders({ db, now: before(20) });
    const later = new Date(startsAt.getTime() + 48 * hour);
    await db.event.update({ where: { id: event.id }, data: { startsAt: later } });
    expect((await sendReminders({ db, now: new Date(later.getTime() - 20 * hour) })).reminded).toBe(1);
    await db.event.update({ where: { id: event.id }, data: { status: "CANCELLED" } });
    expect((await sendReminders({ db, now: new Date(later.getTime() - hour) })).events).toBe(0);
  });
});

describe("a reminder that waited for the mail server", () => {
  const waited = async (template: "reminder-day" | "reminder-hours", now: Date) => {
    const [row] = await mails(template);
    return outdated({ db, row: row!, now });
  };
  beforeEach(async () => {
    await holder();
    await sendReminders({ db, now: before(20) });
    await sendReminders({ db, now: before(2) });
  });

  it("leaves while it still says something", async () => {
    expect(await waited("reminder-day", before(3))).toBeNull();
    expect(await waited("reminder-hours", before(0.1))).toBeNull();
    expect(await outdated({ db, row: { template: "booking-confirmed", payload: { title: "", body: "" } } })).toBeNull();
  });

  it("stays once the event is too near or has begun", async () => {
    expect(await waited("reminder-day", before(1))).toBe("The event was too near for this reminder.");
    expect(await waited("reminder-hours", before(-1))).toBe("The event had begun.");
  });

  it("stays where the event was moved or called off, or the booking cancelled", async () => {
    const change = (data: object) => db.event.update({ where: { id: event.id }, data });
    await change({ startsAt: new Date(startsAt.getTime() + hour) });
    expect(await waited("reminder-day", before(20))).toBe("The event was moved.");
    await change({ startsAt, status: "CANCELLED" });
    expect(await waited("reminder-day", before(20))).toBe("The booking or the event had ended.");
    await change({ status: "PUBLISHED" });
    expect(await waited("reminder-day", before(20))).toBeNull();
    await db.booking.updateMany({ data: { status: "CANCELLED" } });
    expect(await waited("reminder-day", before(20))).toBe("The booking or the event had ended.");
  });

  it("is dropped by the delivery, and nobody gets it", async () => {
    await db.event.update({ where: { id: event.id }, data: { startsAt: new Date(Date.now() - hour) } });
    const sent: string[] = [];
    const mailer = { send: async ({ to }: { to: string }) => void sent.push(to), close: () => undefined };
    expect(await deliverOutbox({ db, mailer, attachmentsFor: async () => [] })).toMatchObject({ sent: 0, dropped: 2, waiting: 0 });
    expect(sent).toEqual([]);
    expect(await db.outboxMessage.findMany({ select: { status: true, lastError: true } })).toEqual([
      { status: "DROPPED", lastError: "The event was moved." },
      { status: "DROPPED", lastError: "The event was moved." },
    ]);
  });
});

describe("completeEnded", () => {
  it("closes what is over and asks each who was there for a review, once", async () => {
    const [asha, reviewed] = [await holder({ bookings: 2 }), await holder()];
    await db.review.create({ data: { eventId: event.id, userId: reviewed.id, rating: 5 } });
    await holder({ preferences: { reviewRequests: false } });
    expect(await completeEnded({ db, now: before(-3) })).toEqual({ completed: 0, asked: 0 });
    expect(await completeEnded({ db, now: before(-4.5) })).toEqual({ completed: 1, asked: 1 });
    expect(await completeEnded({ db, now: before(-5) })).toEqual({ completed: 0, asked: 0 });
    expect(await db.event.findUniqueOrThrow({ where: { id: event.id } })).toMatchObject({ status: "COMPLETED" });
    expect(await mails("review-request")).toMatchObject([{ recipient: asha.email }]);
    expect(await db.auditEntry.findMany()).toMatchObject([{ action: "event.complete", actorId: null }]);
  });

  it("goes by the end that is said", async () => {
    await db.event.update({ where: { id: event.id }, data: { endsAt: new Date(startsAt.getTime() + hour) } });
    expect(await completeEnded({ db, now: before(-1.5) })).toMatchObject({ completed: 1 });
  });

  it("closes and asks once where two runs work at once", async () => {
    for (let i = 0; i < 20; i++) await holder();
    const now = before(-6);
    const runs = await Promise.all([completeEnded({ db, now }), completeEnded({ db: other, now })]);
    expect(runs[0].completed + runs[1].completed).toBe(1);
    await completeEnded({ db, now });
    expect(await db.outboxMessage.count()).toBe(20);
    expect(await db.auditEntry.count()).toBe(1);
  });

  it("asks what a run that died did not", async () => {
    await holder();
    await db.event.update({ where: { id: event.id }, data: { status: "COMPLETED", completedAt: before(-5) } });
    expect(await completeEnded({ db, now: before(-6) })).toEqual({ completed: 0, asked: 1 });
  });
});

describe("preferences", () => {
  it("begin with everything, and change one at a time", async () => {
    const user = await makeUser(db);
    const api = callerFor(user).user;
    expect(await api.preferences()).toEqual({ reminders: true, reviewRequests: true });
    await Promise.all([api.updatePreferences({ reminders: false }), callerFor(user, { db: other }).user.updatePreferences({ reviewRequests: false })]);
    expect(await api.preferences()).toEqual({ reminders: false, reviewRequests: false });
  });
});
