import { beforeEach, describe, expect, it } from "vitest";
import { fromRuns } from "~/domain/seating/runs";
import { makeEvent, makeUser } from "~/test/factories";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";
import { loadAvailability } from "~/server/services/occupancy/availability-loader";

const db = testDb();

type User = Awaited<ReturnType<typeof makeUser>>;
let organizer: User;
let buyer: User;

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
const refusal = (code: string, field?: string) => ({ cause: field ? { code, field } : { code } });

beforeEach(async () => {
  organizer = await makeUser(db, { role: "ORGANIZER" });
  buyer = await makeUser(db);
});

/** An event on sale at 500 rupees, with a category of 800 rupees. */
async function onSale(pricePaise = 80_000) {
  const { event, seats } = await makeEvent(db, { organizerId: organizer.id, sections: [{ name: "Stalls", rowCount: 2, seatsPerRow: 5 }] });
  const eventId = event.id;
  const { pricing, event: events } = callerFor(organizer);
  const { id: categoryId } = await pricing.saveCategory({ eventId, name: "Gold", pricePaise });
  const ids = seats.map((seat) => seat.id);
  const prices = async () => (await db.seat.findMany({ where: { eventId }, orderBy: { ordinal: "asc" } })).map((seat) => seat.pricePaise / 100);
  return { eventId, ids, categoryId, pricing, prices, event: events };
}

const hold = (id: string, heldUntil: Date) => db.seat.update({ where: { id }, data: { status: "HELD", heldBy: buyer.id, heldUntil } });

describe("pricing.priceSeats", () => {
  it("prices seats of one section apart, and leaves what is held or sold as it was", async () => {
    const { eventId, ids, categoryId, pricing, prices } = await onSale();
    await hold(ids[1]!, inDays(1));
    await hold(ids[2]!, inDays(-1));
    await db.seat.update({ where: { id: ids[3]! }, data: { status: "BOOKED" } });
    await db.seat.update({ where: { id: ids[4]! }, data: { status: "BLOCKED" } });

    expect(await pricing.priceSeats({ eventId, seatIds: ids.slice(0, 5), categoryId })).toEqual({ priced: 3, kept: 2 });
    expect(await prices()).toEqual([800, 500, 800, 500, 800, 500, 500, 500, 500, 500]);
    const { categories } = await pricing.list({ eventId });
    expect(categories).toMatchObject([{ name: "Gold", seatCount: 3, otherPriceCount: 0 }]);
    expect(fromRuns(categories[0]!.seats)).toEqual([0, 2, 4]);

    expect(await pricing.priceSeats({ eventId, seatIds: [ids[0]!], categoryId: null })).toEqual({ priced: 1, kept: 0 });
    expect((await prices())[0]).toBe(500);
  });

  it("gives the layout another name, which says what each seat costs, and the event its range", async () => {
    const { eventId, ids, categoryId, pricing, event } = await onSale();
    await pricing.priceSeats({ eventId, seatIds: [ids[0]!], categoryId });
    const before = await event.seatLayout({ eventId });
    await pricing.priceSeats({ eventId, seatIds: ids.slice(0, 2), categoryId });
    const layout = await event.seatLayout({ eventId });
    expect(layout.planHash).not.toBe(before.planHash);
    expect((await loadAvailability({ db, eventId }))!.planHash).toBe(layout.planHash);
    const [section] = layout.sections;
    expect(section).toMatchObject({ pricePaise: 50_000, maxPricePaise: 80_000 });
    expect(section!.rows[0]!.seats.map((seat) => seat.pricePaise)).toEqual([80_000, 80_000, undefined, undefined, undefined]);
    expect(await event.byId({ id: eventId })).toMatchObject({
      minPricePaise: 50_000,
      maxPricePaise: 80_000,
      sections: [{ allInPaise: 59_000, toAllInPaise: 94_400 }],
    });
    await expect(callerFor(buyer).seatLock.hold({ eventId, seatIds: [ids[0]!], planHash: before.planHash })).rejects.toMatchObject(refusal("PLAN_CONFLICT"));
    await callerFor(buyer).seatLock.hold({ eventId, seatIds: [ids[0]!, ids[2]!], planHash: layout.planHash });
    const quote = await callerFor(buyer).booking.quote({ eventId, seatIds: [ids[0]!, ids[2]!] });
    expect(quote.lines.map((line) => line.pricePaise)).toEqual([80_000, 50_000]);
  });

  it("finds the best seats by what each costs, not by its section", async () => {
    const { eventId, ids, categoryId, pricing } = await onSale();
    await pricing.priceSeats({ eventId, seatIds: ids.slice(0, 9), categoryId });
    const { seatIds } = await callerFor(buyer).seatLock.holdBest({ eventId, count: 1, maxPricePaise: 50_000 });
    expect(seatIds).toEqual([ids[9]]);
  });

  it("refuses seats and categories of another event, and an event that is over", async () => {
    const mine = await onSale();
    const other = await onSale();
    const { eventId, ids, pricing } = mine;
    await expect(pricing.priceSeats({ eventId, seatIds: [other.ids[0]!], categoryId: mine.categoryId })).rejects.toMatchObject(refusal("NOT_FOUND"));
    await expect(pricing.priceSeats({ eventId, seatIds: [ids[0]!], categoryId: other.categoryId })).rejects.toMatchObject(refusal("NOT_FOUND"));
    await expect(pricing.removeCategory({ eventId, id: other.categoryId })).rejects.toMatchObject(refusal("NOT_FOUND"));
    await db.event.update({ where: { id: eventId }, data: { status: "COMPLETED" } });
    await expect(pricing.priceSeats({ eventId, seatIds: [ids[0]!], categoryId: null })).rejects.toMatchObject(refusal("INVALID_TRANSITION"));
  });
});

describe("pricing.saveCategory and pricing.removeCategory", () => {
  it("changes what unsold seats cost while on sale, says how many kept their price, and names none twice", async () => {
    const { eventId, ids, categoryId, pricing, prices } = await onSale();
    await pricing.priceSeats({ eventId, seatIds: ids.slice(0, 4), categoryId });
    await hold(ids[1]!, inDays(1));
    await db.seat.update({ where: { id: ids[3]! }, data: { status: "BOOKED" } });
    expect(await pricing.saveCategory({ eventId, id: categoryId, name: "Gold", pricePaise: 90_000 })).toEqual({ id: categoryId, priced: 2, kept: 2 });
    expect((await prices()).slice(0, 5)).toEqual([900, 800, 900, 800, 500]);
    // The one that is held; what is sold is sold.
    expect((await pricing.list({ eventId })).categories[0]).toMatchObject({ otherPriceCount: 1 });
    expect((await pricing.list({ eventId })).categories).toHaveLength(1);
    await expect(pricing.saveCategory({ eventId, name: "gold", pricePaise: 1 })).rejects.toMatchObject(refusal("INVALID_INPUT", "name"));
  });

  it("gives a category's unsold seats back to their section, and lets sold ones be", async () => {
    const { eventId, ids, categoryId, pricing, prices } = await onSale();
    await pricing.priceSeats({ eventId, seatIds: ids.slice(0, 3), categoryId });
    await db.seat.update({ where: { id: ids[2]! }, data: { status: "BOOKED" } });
    expect(await pricing.removeCategory({ eventId, id: categoryId })).toEqual({ priced: 2, kept: 1 });
    expect((await prices()).slice(0, 3)).toEqual([500, 500, 800]);
    expect(await db.seat.count({ where: { categoryId: { not: null } } })).toBe(0);
    // Its layout says no price of 800 to choose.
    expect((await callerFor(null).event.byId({ id: eventId })).maxPricePaise).toBe(50_000);
  });
});

describe("blocking for a reason", () => {
  it("keeps what for, takes another reason later, and forgets it with the block", async () => {
    const { eventId, ids, pricing, event } = await onSale();
    await event.blockSeats({ eventId, seatIds: ids.slice(0, 3), reason: "GUESTS" });
    await event.blockSeats({ eventId, seatIds: [ids[2]!], reason: "PRESS" });
    await event.blockSeats({ eventId, seatIds: [ids[0]!, ids[7]!] });
    expect((await pricing.list({ eventId })).blocked).toEqual([
      { reason: "GUESTS", seats: [[0, 2]] },
      { reason: "PRESS", seats: [[2, 1]] },
      { reason: null, seats: [[7, 1]] },
    ]);
    await event.unblockSeats({ eventId, seatIds: [ids[0]!] });
    expect(await db.seat.findUniqueOrThrow({ where: { id: ids[0]! } })).toMatchObject({ status: "AVAILABLE", blockedFor: null });
  });
});

describe("a draft whose seats are made anew", () => {
  it("keeps categories and reasons by section, row and label, and so does a copy", async () => {
    const api = callerFor(organizer);
    const hall = { name: "Prithvi", address: "20 Juhu Church Road", city: "Mumbai", sections: [{ name: "Stalls", rowCount: 2, seatsPerRow: 5 }] };
    const { id: venueId } = await api.venue.create(hall);
    const { id: eventId } = await api.event.create({ title: "Ghazals", description: "Song.", category: "CONCERT", basePricePaise: 10_000, venueId, startsAt: inDays(10) });
    const seats = await db.seat.findMany({ where: { eventId }, orderBy: { ordinal: "asc" } });
    const { id: categoryId } = await api.pricing.saveCategory({ eventId, name: "Gold", pricePaise: 30_000 });
    await api.pricing.priceSeats({ eventId, seatIds: [seats[1]!.id], categoryId });
    await api.event.blockSeats({ eventId, seatIds: [seats[2]!.id], reason: "TECHNICAL" });
    await api.venue.addSection({ venueId, name: "Balcony", rowCount: 1, seatsPerRow: 4 });
    await api.event.publish({ id: eventId });

    const expected = [
      { seatLabel: "2", pricePaise: 30_000, status: "AVAILABLE", blockedFor: null },
      { seatLabel: "3", pricePaise: 10_000, status: "BLOCKED", blockedFor: "TECHNICAL" },
    ];
    const marked = (id: string) =>
      db.seat.findMany({
        where: { eventId: id, rowLabel: "A", OR: [{ status: "BLOCKED" }, { categoryId: { not: null } }] },
        orderBy: { ordinal: "asc" },
        select: { seatLabel: true, pricePaise: true, status: true, blockedFor: true },
      });
    expect(await marked(eventId)).toEqual(expected);
    expect(await db.event.findUniqueOrThrow({ where: { id: eventId } })).toMatchObject({ seatCount: 14, minPricePaise: 10_000, maxPricePaise: 30_000 });
    const copy = await api.event.copy({ id: eventId, startsAt: inDays(20) });
    expect(await marked(copy.id)).toEqual(expected);
    expect((await api.pricing.list({ eventId: copy.id })).categories).toMatchObject([{ name: "Gold", seatCount: 1 }]);
    // Another base price leaves categories alone.
    await api.event.update({ id: eventId, basePricePaise: 12_000 });
    expect(await db.event.findUniqueOrThrow({ where: { id: eventId } })).toMatchObject({ minPricePaise: 12_000, maxPricePaise: 30_000 });
  });
});
