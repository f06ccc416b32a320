import { beforeEach, describe, expect, it } from "vitest";
import { GET } from "~/app/api/organizer/events/[id]/attendees.csv/route";
import { cookieFor } from "~/server/session-cookie";
import { makeEvent, makeUser } from "~/test/factories";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";
import { attendeesCsv } from "./attendees-csv";

const db = testDb();

type User = Awaited<ReturnType<typeof makeUser>>;
type Made = Awaited<ReturnType<typeof makeEvent>>;
const day = 86_400_000;
const refusal = (code: string) => ({ cause: { code } });
let organizer: User;
let stranger: User;
let admin: User;
let buyer: User;
let made: Made;
let number = 0;

beforeEach(async () => {
  organizer = await makeUser(db, { role: "ORGANIZER" });
  stranger = await makeUser(db, { role: "ORGANIZER" });
  admin = await makeUser(db, { role: "ADMIN" });
  buyer = await makeUser(db, { name: "=cmd()", email: "asha@aisle.test", phone: "+919820000000" });
  made = await makeEvent(db, {
    organizerId: organizer.id,
    sections: [
      { name: "Stalls", rowCount: 1, seatsPerRow: 10 },
      { name: "Balcony", rowCount: 1, seatsPerRow: 10, priceMultiplierBps: 20_000 },
    ],
  });
});

/** A paid booking of some seats of an event, `daysAgo`. */
async function sell(of: Made, indexes: number[], { daysAgo = 0, refundPaise = 0, user = buyer } = {}) {
  const seats = indexes.map((index) => of.seats[index]!);
  const at = new Date(Date.now() - daysAgo * day);
  const subtotalPaise = seats.reduce((sum, seat) => sum + seat.pricePaise, 0);
  const taxPaise = Math.round(subtotalPaise * 0.18);
  const totalPaise = subtotalPaise + taxPaise;
  const sold = refundPaise === 0;
  const booking = await db.booking.create({
    data: {
      bookingNumber: `AIS-${++number}`,
      userId: user.id,
      eventId: of.event.id,
      status: sold ? "CONFIRMED" : "CANCELLED",
      seatCount: seats.length,
      subtotalPaise,
      taxPaise,
      totalPaise,
      expiresAt: at,
      holdsUntil: at,
      confirmedAt: at,
      createdAt: at,
      policy: {},
      items: {
        createMany: {
          data: seats.map((seat) => ({
            eventId: of.event.id,
            seatId: seat.id,
            sectionId: seat.sectionId,
            sectionName: "Stalls",
            rowLabel: seat.rowLabel,
            seatLabel: seat.seatLabel,
            pricePaise: seat.pricePaise,
            live: sold,
          })),
        },
      },
    },
  });
  const payment = await db.payment.create({
    data: {
      bookingId: booking.id,
      gateway: "sandbox",
      orderId: `order_${number}`,
      gatewayPaymentId: `pay_${number}`,
      method: "UPI",
      status: "COMPLETED",
      amountPaise: totalPaise,
      capturedPaise: totalPaise,
      capturedAt: at,
    },
  });
  if (!sold) {
    const refund = { paymentId: payment.id, bookingId: booking.id, amountPaise: refundPaise, createdAt: at };
    await db.refund.create({
      data: { ...refund, reason: "CANCELLED_BY_BUYER", idempotencyKey: `key_${number}` },
    });
  }
  if (sold)
    await db.seat.updateMany({
      where: { id: { in: seats.map((seat) => seat.id) } },
      data: { status: "BOOKED" },
    });
}

describe("organizer.dashboard", () => {
  it("adds up own sales of the range, day by day, and lists own events", async () => {
    const theirs = await makeEvent(db, { organizerId: stranger.id });
    await sell(made, [0, 1], { daysAgo: 0 });
    await sell(made, [10], { daysAgo: 2 });
    await sell(made, [2], { daysAgo: 60 });
    await sell(made, [3], { daysAgo: 1, refundPaise: 29_500 });
    await sell(theirs, [0]);
    const found = await callerFor(organizer).organizer.dashboard({});
    expect(found.totals).toEqual({
      bookings: 2,
      tickets: 3,
      salesPaise: 236_000,
      discountPaise: 0,
      taxPaise: 36_000,
      collectedPaise: 295_000,
      refundedPaise: 29_500,
      revenuePaise: 265_500,
    });
    expect(found.salesByDay.slice(-2)).toMatchObject([{ tickets: 1, salesPaise: 59_000 }, { bookings: 1, tickets: 2, salesPaise: 118_000 }]);
    // What was cancelled later was sold all the same on its day.
    expect(found.salesByDay.reduce((sum, row) => sum + row.tickets, 0)).toBe(4);
    expect(found.ended).toMatchObject({ bookings: 1, tickets: 1, salesPaise: 59_000 });
    expect(found.checkouts).toMatchObject({ begun: 3, paid: 2, cancelled: 1, expired: 0, underWay: 0 });
    expect(found.checkouts.secondsToPay).toBeGreaterThanOrEqual(0);
    expect(found.eventsByStatus).toEqual({ PUBLISHED: 1 });
    expect(found.events).toMatchObject({
      total: 1,
      items: [{ id: made.event.id, soldCount: 4, occupancyBps: 2_000, salesPaise: 295_000 }],
    });
    expect((await callerFor(admin).organizer.dashboard({})).totals.bookings).toBe(3);
    expect((await callerFor(stranger).organizer.dashboard({})).totals.bookings).toBe(1);
  });

  it("refuses a range that is none", async () => {
    const [from, to] = [new Date(), new Date(Date.now() - day)];
    await expect(callerFor(organizer).organizer.dashboard({ from, to })).rejects.toMatchObject({
      cause: { code: "INVALID_INPUT", field: "to" },
    });
  });
});

describe("organizer.eventReport", () => {
  it("counts seats and money by section, bookings by state and refunds by cause", async () => {
    await sell(made, [0, 1]);
    await sell(made, [10]);
    await sell(made, [3], { refundPaise: 59_000 });
    await db.seat.update({ where: { id: made.seats[19]!.id }, data: { status: "BLOCKED" } });
    const report = await callerFor(organizer).organizer.eventReport({ eventId: made.event.id });
    expect(report.sections).toMatchObject([
      {
        name: "Stalls",
        seatCount: 10,
        soldCount: 2,
        heldCount: 0,
        blockedCount: 0,
        availableCount: 8,
        occupancyBps: 2_000,
        seatSalesPaise: 100_000,
      },
      {
        name: "Balcony",
        seatCount: 10,
        soldCount: 1,
        blockedCount: 1,
        availableCount: 8,
        seatSalesPaise: 100_000,
      },
    ]);
    expect(report.totals).toMatchObject({
      bookings: 2,
      tickets: 3,
      collectedPaise: 295_000,
      refundedPaise: 59_000,
      revenuePaise: 236_000,
    });
    expect(report.checkouts).toMatchObject({ begun: 3, paid: 2, cancelled: 1 });
    expect(report.refunds).toEqual([{ cause: "CANCELLED_BY_BUYER", count: 1, amountPaise: 59_000 }]);
    expect(report.salesByDay.reduce((sum, row) => sum + row.salesPaise, 0)).toBe(295_000);
    expect(report.ended).toMatchObject({ bookings: 1, tickets: 1, salesPaise: 59_000 });
  });
});

describe("organizer.attendees", () => {
  it("lists tickets that stand, and finds people", async () => {
    const ravi = await makeUser(db, { name: "Ravi" });
    await sell(made, [0, 1]);
    await sell(made, [3], { refundPaise: 59_000 });
    await sell(made, [4], { user: ravi });
    const api = callerFor(organizer).organizer;
    const eventId = made.event.id;
    expect(await api.attendees({ eventId })).toMatchObject({
      total: 3,
      items: [{ rowLabel: "A", seatLabel: "1", email: "asha@aisle.test" }, {}, {}],
    });
    expect((await api.attendees({ eventId, search: "ravi" })).items).toMatchObject([
      { name: "Ravi", seatLabel: "5" },
    ]);
    // A number may have no digit in it.
    await db.booking.updateMany({ where: { userId: ravi.id }, data: { bookingNumber: "AIS-KTQWYQYD" } });
    for (const search of ["AIS-KTQWYQYD", "ktqw", "ravi ais-ktq"]) {
      expect((await api.attendees({ eventId, search })).items).toMatchObject([{ name: "Ravi" }]);
    }
    expect(await api.attendees({ eventId, search: "nobody" })).toMatchObject({
      total: 0,
      items: [],
      pageCount: 0,
    });
  });

  it("streams a file that no spreadsheet can be tricked by", async () => {
    await sell(made, [0]);
    const get = async (user: User | null) => {
      const session = user && (await db.session.create({ data: { userId: user.id } }));
      const claims = session && { userId: session.userId, sessionVersion: 1, sessionId: session.id };
      const cookie = claims && cookieFor(claims).split(";")[0]!;
      const request = new Request("http://localhost/", { headers: cookie ? { cookie } : {} });
      return GET(request, { params: Promise.resolve({ id: made.event.id }) });
    };
    const file = await get(organizer);
    expect(file.status).toBe(200);
    expect(file.headers.get("content-disposition")).toBe(
      `attachment; filename="${made.event.slug}-attendees.csv"`,
    );
    const lines = (await file.text()).split("\r\n");
    expect(lines[0]).toContain('"Booking","Name","Email"');
    expect(lines[1]).toContain(`"'=cmd()","asha@aisle.test","'+919820000000","Stalls","A","1","500.00"`);
    expect(lines).toHaveLength(3);
    expect([
      (await get(null)).status,
      (await get(buyer)).status,
      (await get(stranger)).status,
      (await get(admin)).status,
    ]).toEqual([401, 403, 403, 200]);
  });

  it("comes in pieces that leave nobody out", async () => {
    await sell(made, [0, 1, 2, 3, 4]);
    const lines: string[] = [];
    let cursor: string | undefined;
    do {
      const piece = await attendeesCsv({
        db,
        actor: organizer,
        eventId: made.event.id,
        cursor,
        pieceSize: 2,
      });
      lines.push(...piece.csv.split("\r\n").slice(0, -1));
      cursor = piece.nextCursor ?? undefined;
    } while (cursor);
    expect(lines.slice(1).map((line) => line.split(",")[6]).sort()).toEqual(['"1"', '"2"', '"3"', '"4"', '"5"']);
  });
});

describe("who may see an organizer's figures", () => {
  it("refuses buyers, strangers and other organizers", async () => {
    const eventId = made.event.id;
    const calls = (user: User | null) => {
      const api = callerFor(user).organizer;
      return [
        () => api.eventReport({ eventId }),
        () => api.attendees({ eventId }),
        () => api.attendeesCsv({ eventId }),
      ];
    };
    for (const call of calls(null)) await expect(call()).rejects.toMatchObject(refusal("UNAUTHORIZED"));
    for (const user of [buyer, stranger])
      for (const call of calls(user)) await expect(call()).rejects.toMatchObject(refusal("FORBIDDEN"));
    await expect(callerFor(buyer).organizer.dashboard({})).rejects.toMatchObject(refusal("FORBIDDEN"));
    for (const call of calls(admin)) await call();
  });
});

describe("organizer.cancelForecast", () => {
  it("says what would end and go back, less what went back already", async () => {
    await sell(made, [0, 1]);
    await sell(made, [10]);
    await sell(made, [3], { refundPaise: 59_000 });
    const [paid] = await db.payment.findMany({
      where: { booking: { status: "CONFIRMED" } },
      orderBy: { createdAt: "asc" },
    });
    await db.payment.update({ where: { id: paid!.id }, data: { refundedPaise: 10_000 } });
    expect(await callerFor(organizer).organizer.cancelForecast({ id: made.event.id })).toEqual({
      bookings: 2,
      tickets: 3,
      refundPaise: 118_000 + 118_000 - 10_000,
      pending: 0,
    });
    await expect(callerFor(stranger).organizer.cancelForecast({ id: made.event.id })).rejects.toMatchObject(
      refusal("FORBIDDEN"),
    );
  });

  it("is nothing for an event that nobody bought", async () => {
    const empty = { bookings: 0, tickets: 0, refundPaise: 0, pending: 0 };
    expect(await callerFor(organizer).organizer.cancelForecast({ id: made.event.id })).toEqual(empty);
  });
});
