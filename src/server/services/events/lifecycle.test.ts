import { beforeEach, describe, expect, it } from "vitest";
import { makeEvent, makeUser } from "~/test/factories";
import { callerFor } from "~/test/harness/callers";
import { anotherDb, testDb } from "~/test/harness/database";
import { publishEvent } from "./publish-event";

const db = testDb();
const other = anotherDb();

type User = Awaited<ReturnType<typeof makeUser>>;
let organizer: User;
let stranger: User;
let admin: User;
let buyer: User;

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
const refusal = (code: string, field?: string) => ({ cause: field ? { code, field } : { code } });
const hall = { name: "Prithvi Hall", address: "20 Juhu Church Road", city: "Mumbai" };
const stalls = { name: "Stalls", rowCount: 2, seatsPerRow: 5 };
const evening = {
  title: "Ghazals",
  description: "Song.",
  category: "CONCERT" as const,
  basePricePaise: 10_000,
};

beforeEach(async () => {
  organizer = await makeUser(db, { role: "ORGANIZER" });
  stranger = await makeUser(db, { role: "ORGANIZER" });
  admin = await makeUser(db, { role: "ADMIN" });
  buyer = await makeUser(db);
});

async function draft(sections: { name: string; rowCount: number; seatsPerRow: number }[] = [stalls]) {
  const api = callerFor(organizer);
  const { id: venueId } = await api.venue.create({ ...hall, sections });
  const { id } = await api.event.create({ ...evening, venueId, startsAt: inDays(10) });
  return { id, venueId, api: api.event };
}

async function booked(eventId: string, status: "PENDING" | "CONFIRMED" = "CONFIRMED") {
  return db.booking.create({
    data: {
      bookingNumber: `AIS-${eventId.slice(-6)}-${status}`,
      userId: buyer.id,
      eventId,
      status,
      seatCount: 1,
      subtotalPaise: 10_000,
      taxPaise: 1_800,
      totalPaise: 11_800,
      expiresAt: inDays(1),
      holdsUntil: inDays(1),
      policy: {},
      confirmedAt: status === "CONFIRMED" ? new Date() : null,
    },
  });
}

describe("event.publish", () => {
  it("puts a draft on sale once and writes it down", async () => {
    const { id, api } = await draft();
    expect(await api.publish({ id })).toEqual({ id, status: "PUBLISHED" });
    await expect(api.publish({ id })).rejects.toMatchObject(refusal("INVALID_TRANSITION"));
    expect(await db.auditEntry.findFirst({ where: { action: "event.publish" } })).toMatchObject({
      actorId: organizer.id,
      entityId: id,
      before: { status: "DRAFT" },
      after: { status: "PUBLISHED" },
    });
  });

  it("lets one of two publishers through", async () => {
    const { id } = await draft();
    const actor = { id: organizer.id, role: "ORGANIZER" as const };
    const results = await Promise.allSettled([
      publishEvent({ db, actor, id }),
      publishEvent({ db: other, actor, id }),
    ]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = results.find((result) => result.status === "rejected");
    expect(lost?.reason).toMatchObject({ code: "INVALID_TRANSITION" });
    expect(await db.auditEntry.count({ where: { action: "event.publish" } })).toBe(1);
  });

  it("says what is missing", async () => {
    const { id, venueId, api } = await draft([]);
    expect((await api.publishChecklist({ id })).map((gap) => gap.field)).toEqual(["venueId"]);
    await expect(api.publish({ id })).rejects.toMatchObject({
      message: expect.stringContaining("There is no seat to sell"),
      ...refusal("INVALID_TRANSITION", "venueId"),
    });
    await callerFor(organizer).venue.addSection({ venueId, ...stalls });
    await db.event.update({ where: { id }, data: { startsAt: inDays(-1) } });
    await expect(api.publish({ id })).rejects.toMatchObject(refusal("INVALID_TRANSITION", "startsAt"));
    expect(await db.event.findUnique({ where: { id } })).toMatchObject({ status: "DRAFT", seatCount: 0 });
    await db.event.update({ where: { id }, data: { startsAt: inDays(1) } });
    await api.publish({ id });
    expect(await db.event.findUnique({ where: { id } })).toMatchObject({
      status: "PUBLISHED",
      seatCount: 10,
    });
    expect(await db.seat.count({ where: { eventId: id } })).toBe(10);
  });

  it("wants a seat that is not blocked", async () => {
    const { id, api } = await draft([{ name: "Box", rowCount: 1, seatsPerRow: 1 }]);
    const seat = await db.seat.findFirstOrThrow({ where: { eventId: id } });
    await api.blockSeats({ eventId: id, seatIds: [seat.id] });
    await expect(api.publish({ id })).rejects.toMatchObject(refusal("INVALID_TRANSITION", "venueId"));
  });
});

describe("event.cancel and event.complete", () => {
  it("cancels drafts and published events, and nothing after that", async () => {
    const { id, api } = await draft();
    expect(await api.cancel({ id, reason: "The singer is ill." })).toEqual({ id, status: "CANCELLED" });
    for (const move of [api.publish({ id }), api.cancel({ id }), api.complete({ id })]) {
      await expect(move).rejects.toMatchObject(refusal("INVALID_TRANSITION"));
    }
    await expect(api.update({ id, title: "Again" })).rejects.toMatchObject(refusal("INVALID_TRANSITION"));
    expect(await db.event.findUnique({ where: { id } })).toMatchObject({
      cancelReason: "The singer is ill.",
      title: "Ghazals",
    });
  });

  it("ends unpaid bookings with the event", async () => {
    const { id, api } = await draft();
    await api.publish({ id });
    const pending = await booked(id, "PENDING");
    await api.cancel({ id });
    expect(await db.booking.findUnique({ where: { id: pending.id } })).toMatchObject({ status: "CANCELLED" });
  });

  it("completes a published event; before it begins only where nobody has a ticket", async () => {
    const { id, api } = await draft();
    await expect(api.complete({ id })).rejects.toMatchObject(refusal("INVALID_TRANSITION"));
    await api.publish({ id });
    const booking = await booked(id);
    await expect(api.complete({ id })).rejects.toMatchObject(refusal("INVALID_TRANSITION"));
    await db.booking.delete({ where: { id: booking.id } });
    expect(await api.complete({ id })).toEqual({ id, status: "COMPLETED" });
    await expect(api.cancel({ id })).rejects.toMatchObject(refusal("INVALID_TRANSITION"));
  });
});

describe("event.update", () => {
  it("changes a draft's words, price and place, and its seats with them", async () => {
    const { id, venueId, api } = await draft();
    const before = await db.event.findUniqueOrThrow({ where: { id } });
    const seat = await db.seat.findFirstOrThrow({ where: { eventId: id, rowLabel: "B", seatLabel: "2" } });
    await api.blockSeats({ eventId: id, seatIds: [seat.id] });
    await api.update({ id, title: "More Ghazals", basePricePaise: 20_000 });
    const dearer = await db.event.findUniqueOrThrow({ where: { id } });
    expect(dearer).toMatchObject({ title: "More Ghazals", minPricePaise: 20_000, slug: before.slug });
    expect(dearer.planHash).not.toBe(before.planHash);
    expect(await db.seat.count({ where: { eventId: id, pricePaise: 20_000 } })).toBe(10);

    await callerFor(organizer).venue.addSection({ venueId, name: "Balcony", rowCount: 1, seatsPerRow: 3 });
    expect(await api.update({ id, subtitle: "One night" })).toMatchObject({ status: "DRAFT", seatCount: 13 });
    expect(await db.seat.findMany({ where: { eventId: id, status: "BLOCKED" } })).toMatchObject([
      { rowLabel: "B", seatLabel: "2" },
    ]);
    const entry = await db.auditEntry.findFirst({
      where: { action: "event.update" },
      orderBy: { createdAt: "asc" },
    });
    expect(entry).toMatchObject({
      before: { title: "Ghazals", basePricePaise: 10_000 },
      after: { title: "More Ghazals", basePricePaise: 20_000 },
    });
  });

  it("keeps price and place of a published event once a seat is held or sold", async () => {
    const { id, api } = await draft();
    const elsewhere = await callerFor(organizer).venue.create({
      ...hall,
      sections: [{ ...stalls, rowCount: 3 }],
    });
    await api.publish({ id });
    await api.update({ id, basePricePaise: 15_000 });
    expect(await db.seat.count({ where: { eventId: id, pricePaise: 15_000 } })).toBe(10);

    const seat = await db.seat.findFirstOrThrow({ where: { eventId: id } });
    await db.seat.update({
      where: { id: seat.id },
      data: { status: "HELD", heldBy: buyer.id, heldUntil: inDays(1) },
    });
    await expect(api.update({ id, basePricePaise: 1 })).rejects.toMatchObject(
      refusal("INVALID_INPUT", "basePricePaise"),
    );
    await expect(api.update({ id, venueId: elsewhere.id })).rejects.toMatchObject(
      refusal("INVALID_INPUT", "venueId"),
    );
    await api.update({ id, title: "Ghazals at dusk", basePricePaise: 15_000 });
    await db.seat.update({ where: { id: seat.id }, data: { heldUntil: inDays(-1) } });
    await api.update({ id, venueId: elsewhere.id });
    expect(await db.event.findUnique({ where: { id } })).toMatchObject({
      title: "Ghazals at dusk",
      seatCount: 15,
    });

    await booked(id);
    await expect(api.update({ id, basePricePaise: 1 })).rejects.toMatchObject(
      refusal("INVALID_INPUT", "basePricePaise"),
    );
  });

  it("does not take up a changed venue while the event is published", async () => {
    const { id, venueId, api } = await draft();
    await api.publish({ id });
    await callerFor(organizer).venue.addSection({ venueId, name: "Balcony", rowCount: 1, seatsPerRow: 3 });
    expect(await api.update({ id, title: "Same seats", basePricePaise: 11_000 })).toMatchObject({
      seatCount: 10,
    });
  });

  it("checks times together with those there are", async () => {
    const { id, api } = await draft();
    await expect(api.update({ id, endsAt: inDays(9) })).rejects.toMatchObject(
      refusal("INVALID_INPUT", "endsAt"),
    );
    await expect(api.update({ id, startsAt: inDays(-2) })).rejects.toMatchObject(
      refusal("INVALID_INPUT", "startsAt"),
    );
    await expect(api.update({ id, onSaleAt: inDays(12) })).rejects.toMatchObject(
      refusal("INVALID_INPUT", "onSaleAt"),
    );
  });
});

describe("event.blockSeats and event.unblockSeats", () => {
  it("blocks all or nothing, takes lapsed holds, and says which are taken", async () => {
    const { event, seats } = await makeEvent(db, { organizerId: organizer.id });
    const api = callerFor(organizer).event;
    const [a, b, c, d] = seats.map((seat) => seat.id) as [string, string, string, string];
    const hold = (id: string, heldUntil: Date) =>
      db.seat.update({ where: { id }, data: { status: "HELD", heldBy: buyer.id, heldUntil } });
    await hold(b, inDays(-1));
    await hold(c, inDays(1));
    await db.seat.update({ where: { id: d }, data: { status: "BOOKED" } });

    await expect(api.blockSeats({ eventId: event.id, seatIds: [a, b, c, d] })).rejects.toMatchObject({
      message: "A3 and A4 are held or sold, so nothing was blocked. Leave them out and try again.",
      cause: { code: "SEAT_TAKEN", facts: { taken: [c, d] } },
    });
    expect(await db.seat.count({ where: { status: "BLOCKED" } })).toBe(0);
    expect((await api.blockSeats({ eventId: event.id, seatIds: [a, b] })).seatIds).toEqual([a, b].sort());
    expect((await api.blockSeats({ eventId: event.id, seatIds: [a] })).seatIds).toEqual([]);
    expect((await api.unblockSeats({ eventId: event.id, seatIds: [a, c, d] })).seatIds).toEqual([a]);
    const states = await db.seat.findMany({
      where: { id: { in: [a, b, c, d] } },
      orderBy: { ordinal: "asc" },
      select: { status: true },
    });
    expect(states.map((seat) => seat.status)).toEqual(["AVAILABLE", "BLOCKED", "HELD", "BOOKED"]);
    expect(await db.auditEntry.count()).toBe(2);
  });

  it("refuses seats of another event", async () => {
    const mine = await makeEvent(db, { organizerId: organizer.id });
    const theirs = await makeEvent(db, { organizerId: stranger.id });
    const api = callerFor(organizer).event;
    await expect(
      api.blockSeats({ eventId: mine.event.id, seatIds: [theirs.seats[0]!.id] }),
    ).rejects.toMatchObject(refusal("NOT_FOUND"));
    expect(await db.seat.count({ where: { status: "BLOCKED" } })).toBe(0);
  });
});

describe("who may manage an event", () => {
  const changes = (user: User | null, id: string, seatIds: string[]) => {
    const api = callerFor(user).event;
    return [
      () => api.update({ id, title: "Mine now" }),
      () => api.publishChecklist({ id }),
      () => api.blockSeats({ eventId: id, seatIds }),
      () => api.unblockSeats({ eventId: id, seatIds }),
      () => api.publish({ id }),
      () => api.complete({ id }),
      () => api.cancel({ id }),
    ];
  };

  it("refuses strangers, buyers and other organizers, and lets admins", async () => {
    const { event, seats } = await makeEvent(db, { organizerId: organizer.id });
    const { id: hidden } = await draft();
    const seatIds = [seats[0]!.id];
    for (const change of changes(null, event.id, seatIds))
      await expect(change()).rejects.toMatchObject(refusal("UNAUTHORIZED"));
    for (const change of changes(buyer, event.id, seatIds))
      await expect(change()).rejects.toMatchObject(refusal("FORBIDDEN"));
    for (const change of changes(stranger, event.id, seatIds))
      await expect(change()).rejects.toMatchObject(refusal("FORBIDDEN"));
    // Another's draft is no secret that can be felt out.
    for (const change of changes(stranger, hidden, seatIds))
      await expect(change()).rejects.toMatchObject(refusal("NOT_FOUND"));
    expect(await db.event.findUnique({ where: { id: event.id } })).toMatchObject({
      status: "PUBLISHED",
      title: event.title,
    });
    await expect(callerFor(admin).event.update({ id: hidden, title: "By the house" })).resolves.toMatchObject(
      { status: "DRAFT" },
    );
    await expect(callerFor(admin).event.publish({ id: hidden })).resolves.toMatchObject({
      status: "PUBLISHED",
    });
  });
});
