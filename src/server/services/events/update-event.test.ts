import { beforeEach, describe, expect, it } from "vitest";
import { makeUser } from "~/test/factories";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";

const db = testDb();

type User = Awaited<ReturnType<typeof makeUser>>;
let organizer: User;
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
  buyer = await makeUser(db);
});

async function draft(sections: { name: string; rowCount: number; seatsPerRow: number }[] = [stalls]) {
  const api = callerFor(organizer);
  const { id: venueId } = await api.venue.create({ ...hall, sections });
  const { id } = await api.event.create({ ...evening, venueId, startsAt: inDays(10) });
  return { id, venueId, api: api.event };
}

async function booked(eventId: string) {
  return db.booking.create({
    data: {
      bookingNumber: `AIS-${eventId.slice(-6)}`,
      userId: buyer.id,
      eventId,
      status: "CONFIRMED",
      seatCount: 1,
      subtotalPaise: 10_000,
      taxPaise: 1_800,
      totalPaise: 11_800,
      expiresAt: inDays(1),
      holdsUntil: inDays(1),
      policy: {},
      confirmedAt: new Date(),
    },
  });
}

describe("event.update", () => {
  it("tells a form that was opened before somebody else's change, and undoes nothing of it", async () => {
    const { id, api } = await draft();
    const { updatedAt: knownAt } = await api.byId({ id });
    const second = await api.update({ id, knownAt, subtitle: "With a guest" });
    await expect(api.update({ id, knownAt, subtitle: null })).rejects.toMatchObject(refusal("INVALID_TRANSITION"));
    expect((await api.byId({ id })).subtitle).toBe("With a guest");
    await api.update({ id, knownAt: second.updatedAt, subtitle: "With two" });
    expect((await api.byId({ id })).subtitle).toBe("With two");
  });

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

  it("tells everyone with a ticket of a new date, once", async () => {
    const { id, api } = await draft();
    await api.publish({ id });
    await booked(id);
    await api.update({ id, title: "Ghazals at dusk" });
    expect(await db.notification.count()).toBe(0);
    const startsAt = new Date("2099-12-12T14:00:00Z");
    await api.update({ id, startsAt });
    await api.update({ id, startsAt });
    const told = {
      title: "Ghazals at dusk has a new date",
      body: expect.stringContaining("Sat 12 Dec 2099, 7:30 pm, Mumbai time"),
    };
    expect(await db.notification.findMany()).toMatchObject([
      { userId: buyer.id, type: "event-moved", ...told },
    ]);
    expect(await db.outboxMessage.findMany()).toMatchObject([
      { recipient: buyer.email, template: "event-moved", payload: { ...told, name: buyer.name } },
    ]);
  });

  it("tells of each move, also of one back to a date that was told before", async () => {
    const { id, api } = await draft();
    await api.publish({ id });
    await booked(id);
    const dates = ["2099-12-12T14:00:00Z", "2099-12-13T14:00:00Z", "2099-12-12T14:00:00Z"];
    for (const date of dates) await api.update({ id, startsAt: new Date(date) });
    const days = (await db.notification.findMany({ orderBy: { createdAt: "asc" } })).map(({ body }) => /\d+ Dec/.exec(body)?.[0]);
    expect(days).toEqual(["12 Dec", "13 Dec", "12 Dec"]);
    expect(await db.outboxMessage.count({ where: { template: "event-moved" } })).toBe(3);
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
