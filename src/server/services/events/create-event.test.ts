import { beforeEach, describe, expect, it } from "vitest";
import { makeUser } from "~/test/factories";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";
import { createVenue } from "../venues/create-venue";
import { createEvent } from "./create-event";

const db = testDb();

type User = Awaited<ReturnType<typeof makeUser>>;
let organizer: User;
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
const sections = [
  { name: "Stalls", rowCount: 3, seatsPerRow: 10, priceMultiplier: 1.5 },
  { name: "Balcony", rowCount: 2, seatsPerRow: 5 },
];
const hall = { name: "Prithvi Hall", address: "20 Juhu Church Road", city: "Mumbai", sections };
const evening = {
  title: "An Evening of Ghazals",
  description: "Two hours of song.",
  category: "CONCERT" as const,
  basePricePaise: 99_999,
};

beforeEach(async () => {
  organizer = await makeUser(db, { role: "ORGANIZER" });
});

describe("event.create", () => {
  it("makes a draft with every seat of the venue, priced and named", async () => {
    const api = callerFor(organizer);
    const { id: venueId } = await api.venue.create(hall);
    const made = await api.event.create({ ...evening, venueId, startsAt: inDays(10) });
    expect(made).toEqual({ id: made.id, status: "DRAFT", seatCount: 40 });

    const event = await db.event.findUniqueOrThrow({
      where: { id: made.id },
      include: { sections: { orderBy: { position: "asc" } } },
    });
    expect(event.slug).toMatch(/^an-evening-of-ghazals-[a-z0-9]{6}$/);
    expect([event.minPricePaise, event.maxPricePaise, event.organizerId]).toEqual([
      99_999,
      149_999,
      organizer.id,
    ]);
    expect(event.sections.map((s) => [s.name, s.pricePaise, s.seatCount])).toEqual([
      ["Stalls", 149_999, 30],
      ["Balcony", 99_999, 10],
    ]);
    const seats = await db.seat.findMany({ where: { eventId: made.id }, orderBy: { ordinal: "asc" } });
    expect(seats).toHaveLength(40);
    expect(seats[0]).toMatchObject({
      ordinal: 0,
      rowLabel: "A",
      seatLabel: "1",
      pricePaise: 149_999,
      status: "AVAILABLE",
    });
    expect(seats[39]).toMatchObject({
      ordinal: 39,
      rowLabel: "B",
      seatLabel: "5",
      pricePaise: 99_999,
      sectionId: event.sections[1]!.sectionId,
    });
    expect(
      await db.auditEntry.count({
        where: { action: "event.create", entityId: made.id, actorId: organizer.id },
      }),
    ).toBe(1);
  });

  it("makes the 50,000 seats of a great ground", async () => {
    const actor = { id: organizer.id, role: "ORGANIZER" as const };
    const ground = { name: "Ground", rowCount: 100, seatsPerRow: 500, layout: { shape: "curved" as const } };
    const venue = await createVenue({ db, actor, input: { ...hall, sections: [ground] } });
    const { id } = await createEvent({ db, actor, input: { ...evening, venueId: venue.id, startsAt: inDays(10) } });
    expect(await db.seat.count({ where: { eventId: id } })).toBe(50_000);
  });

  it("refuses what cannot be, beside the field, and makes nothing", async () => {
    const api = callerFor(organizer);
    const other = await makeUser(db, { role: "ORGANIZER" });
    const { id: venueId } = await api.venue.create(hall);
    const foreign = await callerFor(other).venue.create(hall);
    const good = { ...evening, venueId, startsAt: inDays(10) };
    const wrong = [
      [{ startsAt: inDays(-1) }, "startsAt"],
      [{ endsAt: inDays(9) }, "endsAt"],
      [{ onSaleAt: inDays(11) }, "onSaleAt"],
      [{ offSaleAt: inDays(11) }, "offSaleAt"],
      [{ onSaleAt: inDays(5), offSaleAt: inDays(4) }, "offSaleAt"],
      [{ basePricePaise: -1 }, "basePricePaise"],
      [{ basePricePaise: 10.5 }, "basePricePaise"],
      [{ basePricePaise: 90_000_000 }, "basePricePaise"],
      [{ title: " " }, "title"],
      [{ imageUrl: "javascript:alert(1)" }, "imageUrl"],
      [{ venueId: "nowhere" }, "venueId"],
      [{ venueId: foreign.id }, "venueId"],
    ] as const;
    for (const [change, field] of wrong) {
      await expect(api.event.create({ ...good, ...change })).rejects.toMatchObject({
        cause: { code: "INVALID_INPUT", field },
      });
    }
    expect([await db.event.count(), await db.seat.count(), await db.seatingPlan.count()]).toEqual([0, 0, 0]);
  });

  it("takes shared venues, and is closed to buyers and strangers", async () => {
    const admin = await makeUser(db, { role: "ADMIN" });
    const { id: venueId } = await callerFor(admin).venue.create(hall);
    const good = { ...evening, venueId, startsAt: inDays(10) };
    await expect(callerFor(organizer).event.create(good)).resolves.toMatchObject({ status: "DRAFT" });
    await expect(callerFor(await makeUser(db)).event.create(good)).rejects.toMatchObject({
      cause: { code: "FORBIDDEN" },
    });
    await expect(callerFor(null).event.create(good)).rejects.toMatchObject({
      cause: { code: "UNAUTHORIZED" },
    });
  });

  it("makes one version of a plan for several events at once", async () => {
    const api = callerFor(organizer);
    const { id: venueId } = await api.venue.create(hall);
    const good = { ...evening, venueId, startsAt: inDays(10) };
    const made = await Promise.all([1, 2, 3, 4].map(() => api.event.create(good)));
    expect(new Set(made.map((event) => event.id)).size).toBe(4);
    expect(await db.seatingPlan.count()).toBe(1);
    expect(await db.seat.count()).toBe(160);
  });
});
