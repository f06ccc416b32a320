import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { makeUser } from "~/test/factories";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";

const db = testDb();

type User = Awaited<ReturnType<typeof makeUser>>;
let organizer: User;
let buyer: User;

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
const refusal = (code: string) => ({ cause: { code } });

beforeEach(async () => {
  organizer = await makeUser(db, { role: "ORGANIZER" });
  buyer = await makeUser(db);
});

/** An event on sale in a hall of 2 rows of 5. */
async function onSale() {
  const api = callerFor(organizer);
  const hall = { name: "Prithvi", address: "20 Juhu Church Road", city: "Mumbai", sections: [{ name: "Stalls", rowCount: 2, seatsPerRow: 5 }] };
  const { id: venueId } = await api.venue.create(hall);
  const { id: eventId } = await api.event.create({ title: "Ghazals", description: "Song.", category: "CONCERT", basePricePaise: 10_000, venueId, startsAt: inDays(10) });
  await api.event.publish({ id: eventId });
  const { id: sectionId } = await db.section.findFirstOrThrow({ where: { venueId } });
  const seats = () => db.seat.findMany({ where: { eventId }, orderBy: { ordinal: "asc" } });
  const take = async () => {
    const news = await api.event.planNews({ eventId });
    return api.event.takePlan({ eventId, planId: news!.planId });
  };
  return { api, venueId, eventId, sectionId, seats, take };
}

type Scene = Awaited<ReturnType<typeof onSale>>;

/** A confirmed booking of these seats, as the sale leaves it. */
async function sell({ eventId }: Scene, seatIds: string[]) {
  const seats = await db.seat.findMany({ where: { id: { in: seatIds } } });
  const sum = seats.reduce((total, seat) => total + seat.pricePaise, 0);
  const known = await db.booking.count();
  await db.booking.create({
    data: {
      bookingNumber: `AIS-${known}`, userId: buyer.id, eventId, status: "CONFIRMED", seatCount: seats.length,
      subtotalPaise: sum, taxPaise: 0, totalPaise: sum, expiresAt: inDays(1), holdsUntil: inDays(1), policy: {}, confirmedAt: new Date(),
      items: {
        create: seats.map(({ id, sectionId, rowLabel, seatLabel, pricePaise }) => ({
          eventId, seatId: id, sectionId, sectionName: "Stalls", rowLabel, seatLabel, pricePaise, live: true,
        })),
      },
    },
  });
  await db.seat.updateMany({ where: { id: { in: seatIds } }, data: { status: "BOOKED" } });
}

const nameOf = (seat: { sectionId: string; rowLabel: string; seatLabel: string; pricePaise: number }) => [seat.sectionId, seat.rowLabel, seat.seatLabel, seat.pricePaise].join(" ");

/** Every ticket has its seat, of the name and price that it was sold under. */
async function expectAllSeated() {
  const items = await db.bookingItem.findMany({ where: { live: true } });
  const seats = await db.seat.findMany({ where: { status: "BOOKED" } });
  const byId = new Map(seats.map((seat) => [seat.id, seat]));
  expect(items.map((item) => nameOf(byId.get(item.seatId)!)).sort()).toEqual(items.map(nameOf).sort());
  expect(seats).toHaveLength(items.length);
}

describe("event.takePlan", () => {
  it("keeps what is sold and held, at its price, under new ids; categories and blocks go along", async () => {
    const scene = await onSale();
    const { api, eventId, sectionId, seats, take } = scene;
    const before = await seats();
    const ids = before.map((seat) => seat.id);
    await sell(scene, [ids[2]!, ids[9]!]);
    await callerFor(buyer).seatLock.hold({ eventId, seatIds: [ids[0]!] });
    await callerFor(buyer).booking.create({ eventId, seatIds: [ids[0]!] });
    const gold = await api.pricing.saveCategory({ eventId, name: "Gold", pricePaise: 30_000 });
    await api.pricing.priceSeats({ eventId, seatIds: [ids[3]!], categoryId: gold.id });
    await api.event.blockSeats({ eventId, seatIds: [ids[4]!], reason: "PRESS" });
    // Two more in each row: every seat of row B has another ordinal, and its section another price.
    await api.venue.updateSection({ id: sectionId, seatsPerRow: 7, priceMultiplier: 2 });
    expect(await api.event.planNews({ eventId })).toMatchObject({ counts: { same: 10, added: 4, gone: 0, moved: 0, renamed: 0 }, lost: [] });
    await take();

    const after = await seats();
    expect(after).toHaveLength(14);
    expect(after.filter((seat) => ids.includes(seat.id))).toEqual([]);
    expect(after.slice(0, 5).map(({ status, pricePaise, blockedFor }) => ({ status, pricePaise, blockedFor }))).toEqual([
      { status: "HELD", pricePaise: 10_000, blockedFor: null },
      { status: "AVAILABLE", pricePaise: 20_000, blockedFor: null },
      { status: "BOOKED", pricePaise: 10_000, blockedFor: null },
      { status: "AVAILABLE", pricePaise: 30_000, blockedFor: null },
      { status: "BLOCKED", pricePaise: 20_000, blockedFor: "PRESS" },
    ]);
    await expectAllSeated();
    expect(await callerFor(buyer).seatLock.status({ eventId })).toMatchObject({ seatIds: [after[0]!.id] });
    expect(await db.bookingItem.findFirst({ where: { live: false } })).toMatchObject({ seatId: after[0]!.id, rowLabel: "A", seatLabel: "1" });
    expect(await api.event.planNews({ eventId })).toBeNull();
  });

  it("does nothing where a sold seat would be lost or renamed, and says which", async () => {
    const scene = await onSale();
    const { api, eventId, sectionId, seats } = scene;
    const before = await seats();
    await sell(scene, [before[4]!.id]);
    const layout = { shape: "straight" as const, rowLabels: "1" as const };
    for (const change of [{ seatsPerRow: 4 }, { seatsPerRow: 5, layout }]) {
      await api.venue.updateSection({ id: sectionId, ...change });
      const news = await api.event.planNews({ eventId });
      expect(news!.lost).toEqual(["Stalls A5"]);
      await expect(api.event.takePlan({ eventId, planId: news!.planId })).rejects.toMatchObject({ cause: { code: "PLAN_CONFLICT", facts: { taken: [before[4]!.id] } } });
    }
    expect((await api.event.planNews({ eventId }))!.counts).toMatchObject({ renamed: 10 });
    expect(await seats()).toEqual((await seats()).map((seat) => ({ ...seat })));
    expect((await seats()).map((seat) => seat.id)).toEqual(before.map((seat) => seat.id));
  });

  it("takes only the plan that was looked at, only while on sale, and not once a door has its list", async () => {
    const { api, eventId, sectionId, seats } = await onSale();
    await api.venue.updateSection({ id: sectionId, seatsPerRow: 6 });
    const { planId } = (await api.event.planNews({ eventId }))!;
    await api.venue.updateSection({ id: sectionId, seatsPerRow: 8 });
    await expect(api.event.takePlan({ eventId, planId })).rejects.toMatchObject(refusal("PLAN_CONFLICT"));
    const now = (await api.event.planNews({ eventId }))!.planId;
    await db.checkInDevice.create({ data: { eventId, gate: "North", userId: organizer.id } });
    await expect(api.event.takePlan({ eventId, planId: now })).rejects.toMatchObject(refusal("INVALID_TRANSITION"));
    await db.checkInDevice.deleteMany();
    await db.event.update({ where: { id: eventId }, data: { status: "COMPLETED" } });
    await expect(api.event.takePlan({ eventId, planId: now })).rejects.toMatchObject(refusal("INVALID_TRANSITION"));
    expect(await seats()).toHaveLength(10);
  });

  it("is guarded by the database: a sold or held seat that is not handed over cannot go", async () => {
    const scene = await onSale();
    const { eventId, seats } = scene;
    const [first, second, third] = await seats();
    await sell(scene, [first!.id]);
    await callerFor(buyer).seatLock.hold({ eventId, seatIds: [second!.id] });
    await expect(db.$executeRaw`DELETE FROM "Seat" WHERE id = ${first!.id}`).rejects.toThrow(/sold or held/);
    await expect(db.$executeRaw`DELETE FROM "Seat" WHERE id = ${second!.id}`).rejects.toThrow(/sold or held/);
    await db.$executeRaw`DELETE FROM "Seat" WHERE id = ${third!.id}`;
    expect(await seats()).toHaveLength(9);
  });

  it("loses and renames no sold seat in ten versions of a growing hall, a third sold at each, and uses no id twice", async () => {
    const growth = fc.record({ rows: fc.nat(1), seats: fc.nat(2), aisle: fc.boolean(), pick: fc.nat(2) });
    const [versions] = fc.sample(fc.array(growth, { minLength: 10, maxLength: 10 }), { numRuns: 1, seed: 29 });
    const scene = await onSale();
    const { api, sectionId, seats, take } = scene;
    const used = new Set<string>();
    let [rowCount, seatsPerRow] = [2, 5];
    for (const [step, { rows, seats: more, aisle, pick }] of versions!.entries()) {
      const now = await seats();
      for (const { id } of now) {
        expect(used.has(id)).toBe(false);
        used.add(id);
      }
      const free = now.filter((seat) => seat.status === "AVAILABLE");
      await sell(scene, free.filter((_, at) => at % 3 === pick).map((seat) => seat.id));
      // At least one seat a row more, so that each version is another.
      rowCount += rows;
      seatsPerRow += more + 1;
      await api.venue.updateSection({ id: sectionId, rowCount, seatsPerRow, priceMultiplier: 1 + step / 10, layout: { shape: step % 2 ? "curved" : "straight", aisles: aisle ? [2] : [] } });
      await take();
      await expectAllSeated();
    }
    expect(await seats()).toHaveLength(rowCount * seatsPerRow);
  });
});
