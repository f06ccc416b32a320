import { describe, expect, it } from "vitest";
import { makeEvent, makeUser } from "~/test/factories";
import { testBank } from "~/test/harness/bank";
import { testDb } from "~/test/harness/database";
import { prismRest } from "~/test/harness/prism";
import { tokenFor } from "~/test/harness/rest";

const db = testDb();
const bank = testBank(db);
const call = prismRest(db, bank.gateway);

const asha = { name: "Asha Rao", email: "Asha@example.com", password: "monsoon-lantern-42" };

describe("from a stranger to a ticket", () => {
  it("registers, holds, books, pays and confirms", async () => {
    const { event, seats } = await makeEvent(db);
    const eventId = event.id;
    const registered = await call("POST", "/api/auth/register", { body: asha });
    expect(registered.status).toBe(201);
    expect(registered.body.user).toMatchObject({ name: "Asha Rao", email: "asha@example.com", role: "USER" });
    const signedIn = await call("POST", "/api/auth/login", { body: { email: asha.email, password: asha.password } });
    expect(signedIn.status).toBe(200);
    const token = String(signedIn.body.accessToken);

    const listed = await call("GET", "/api/events?limit=5&sort=date");
    expect(listed.body.items).toMatchObject([{ id: eventId, basePrice: 500, basePricePaise: 50_000, eventDate: event.startsAt.toISOString() }]);
    const seatMap = await call("GET", `/api/events/${eventId}/seats`);
    expect(seatMap.body.sections).toMatchObject([{ name: "Stalls", price: 500, seats: expect.arrayContaining([{ id: seats[0]!.id, rowNumber: "A", seatNumber: "1", price: 500, pricePaise: 50_000, status: "AVAILABLE" }]) }]);

    const seatIds = [seats[0]!.id, seats[1]!.id];
    const held = await call("POST", "/api/bookings/hold-seats", { token, body: { eventId, seatIds } });
    expect(held.body).toMatchObject({ success: true, seatIds });
    const booked = await call("POST", "/api/bookings/create", { token, body: { eventId, seatIds } });
    expect(booked.status).toBe(201);
    expect(booked.body).toMatchObject({ status: "PENDING", totalAmount: 1_000, discountAmount: 0, taxAmount: 180, finalAmount: 1_180, finalAmountPaise: 118_000 });
    const booking = `/api/bookings/${String(booked.body.bookingId)}`;
    const order = await call("POST", `${booking}/payment-order`, { token, body: { method: "upi" } });
    expect(order.body).toMatchObject({ gateway: "sandbox", amount: 1_180, amountPaise: 118_000 });
    const paid = await call("POST", `${booking}/sandbox-pay`, { token, body: { orderId: order.body.orderId, outcome: "success" } });
    const confirmed = await call("POST", `${booking}/confirm`, { token, body: { paymentId: paid.body.paymentId } });
    expect(confirmed.body).toMatchObject({ status: "CONFIRMED" });
    const again = await call("POST", `${booking}/confirm`, { token, body: paid.body });
    expect(again.body).toEqual(confirmed.body);
    expect((await call("GET", booking, { token })).body).toMatchObject({ status: "CONFIRMED", seats: [{ id: seatIds[0] }, { id: seatIds[1] }] });
    const cancelled = await call("POST", `${booking}/cancel`, { token });
    expect(cancelled.body).toEqual({ status: "CANCELLED", refundAmount: 1_180, refundAmountPaise: 118_000 });
  });

  it("believes no payment of another's order", async () => {
    const { event, seats } = await makeEvent(db);
    const eventId = event.id;
    const buy = async (seatId: string) => {
      const token = await tokenFor(db, await makeUser(db));
      await call("POST", "/api/bookings/hold-seats", { token, body: { eventId, seatIds: [seatId] } });
      const { body } = await call("POST", "/api/bookings/create", { token, body: { eventId, seatIds: [seatId] } });
      const booking = `/api/bookings/${String(body.bookingId)}`;
      const order = await call("POST", `${booking}/payment-order`, { token, body: { method: "card" } });
      return { token, booking, order };
    };
    const one = await buy(seats[0]!.id);
    const two = await buy(seats[5]!.id);
    const crossed = await call("POST", `${two.booking}/sandbox-pay`, { token: one.token, body: { orderId: one.order.body.orderId, outcome: "success" } });
    expect(crossed.status).toBe(404);
    const paid = await call("POST", `${one.booking}/sandbox-pay`, { token: one.token, body: { orderId: one.order.body.orderId, outcome: "success" } });
    const stolen = await call("POST", `${two.booking}/confirm`, { token: two.token, body: { paymentId: paid.body.paymentId } });
    expect([stolen.status, stolen.body.appCode]).toEqual([400, "PAYMENT_MISMATCH"]);
    const invented = await call("POST", `${two.booking}/confirm`, { token: two.token, body: { paymentId: "pay_invented" } });
    expect([invented.status, invented.body.appCode]).toEqual([400, "PAYMENT_MISMATCH"]);
    expect((await call("GET", two.booking, { token: two.token })).body.status).toBe("PENDING");
  });

  it("is paid at the second try by the way that was asked for last", async () => {
    const { event, seats } = await makeEvent(db);
    const token = await tokenFor(db, await makeUser(db));
    const body = { eventId: event.id, seatIds: [seats[0]!.id] };
    await call("POST", "/api/bookings/hold-seats", { token, body });
    const booking = `/api/bookings/${String((await call("POST", "/api/bookings/create", { token, body })).body.bookingId)}`;
    const pay = async (method: string, outcome: string) => {
      const order = await call("POST", `${booking}/payment-order`, { token, body: { method } });
      const paid = await call("POST", `${booking}/sandbox-pay`, { token, body: { orderId: order.body.orderId, outcome } });
      return call("POST", `${booking}/confirm`, { token, body: { paymentId: paid.body.paymentId } });
    };
    expect((await pay("card", "failure")).body.appCode).toBe("PAYMENT_FAILED");
    expect((await pay("upi", "success")).body.status).toBe("CONFIRMED");
    const tries = await db.payment.findMany({ orderBy: { createdAt: "asc" }, select: { method: true, status: true } });
    expect(tries).toEqual([{ method: "CARD", status: "FAILED" }, { method: "UPI", status: "COMPLETED" }]);
  });
});

describe("an organizer", () => {
  it("makes a venue and an event, and puts it on sale", async () => {
    const token = await tokenFor(db, await makeUser(db, { role: "ORGANIZER" }));
    const venue = await call("POST", "/api/venues", { token, body: { name: "Lantern House", address: "4 Fort Lane", city: "Mumbai" } });
    expect(venue.headers.location).toBe(`/api/venues/${String(venue.body.id)}`);
    const section = await call("POST", `/api/venues/${String(venue.body.id)}/sections`, { token, body: { name: "Floor", rowCount: 5, seatsPerRow: 10, priceMultiplier: 1.5 } });
    expect([section.status, section.body.seatCount]).toEqual([201, 50]);
    const eventDate = new Date(Date.now() + 30 * 86_400_000).toISOString();
    const made = await call("POST", "/api/events", {
      token,
      body: { title: "Rains", description: "Tabla.", category: "CONCERT", venueId: venue.body.id, eventDate, basePrice: 333.33 },
    });
    expect(made.body).toMatchObject({ status: "DRAFT", seatCount: 50 });
    const event = `/api/events/${String(made.body.id)}`;
    expect((await call("GET", event)).status).toBe(404);
    expect((await call("GET", event, { token })).body).toMatchObject({ basePrice: 333.33, sections: [{ price: 500 }] });
    expect((await call("PUT", event, { token, body: { title: "Rains on Tabla" } })).status).toBe(200);
    expect((await call("GET", "/api/events?status=all", { token })).body.items).toMatchObject([{ title: "Rains on Tabla", status: "DRAFT" }]);
    expect((await call("POST", `${event}/publish`, { token })).body.status).toBe("PUBLISHED");
    expect((await call("POST", `${event}/cancel`, { token, body: { reason: "Ill" } })).body.status).toBe("CANCELLED");
  });
});
