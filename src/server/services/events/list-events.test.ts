import { beforeAll, describe, expect, it } from "vitest";
import { makeEvent, makeUser, makeVenue } from "~/test/factories";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";

const db = testDb({ reset: "file" });

type User = Awaited<ReturnType<typeof makeUser>>;
type Input = Parameters<ReturnType<typeof callerFor>["event"]["list"]>[0];
let organizer: User;
let buyer: User;

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
const refusal = (code: string) => ({ cause: { code } });
const titles = async (input: Input, user: User | null = null) =>
  (await callerFor(user).event.list(input)).items.map((event) => event.title);

beforeAll(async () => {
  organizer = await makeUser(db, { role: "ORGANIZER" });
  buyer = await makeUser(db);
  const mumbai = await makeVenue(db, { name: "Prithvi Hall", city: "Mumbai" });
  const pune = await makeVenue(db, {
    name: "Deccan Stage",
    city: "Pune",
    sections: [
      { name: "Stalls", rowCount: 1, seatsPerRow: 2, priceMultiplierBps: 20_000 },
      { name: "Balcony", rowCount: 1, seatsPerRow: 2 },
    ],
  });
  const make = (title: string, days: number, more: object) =>
    makeEvent(db, { title, organizerId: organizer.id, startsAt: inDays(days), ...more });
  await make("Ghazals", 3, { venue: mumbai, artist: "Begum Akhtar", basePricePaise: 30_000 });
  await make("Derby", 1, { venue: pune, category: "SPORTS", basePricePaise: 50_000, featured: true });
  await make("100% Laughs", 9, { venue: pune, category: "COMEDY", basePricePaise: 10_000 });
  await make("Yesterday", -1, { venue: mumbai });
  await make("Secret", 5, { venue: mumbai, status: "DRAFT" });
  await make("Called off", 5, { venue: mumbai, status: "CANCELLED" });
});

describe("event.list", () => {
  it("shows the public what is published and to come, soonest first, with all-in prices", async () => {
    const found = await callerFor(null).event.list({});
    expect(found).toMatchObject({ total: 3, page: 1, pageCount: 1 });
    expect(found.items.map((event) => event.title)).toEqual(["Derby", "Ghazals", "100% Laughs"]);
    expect(found.items[0]).toMatchObject({
      minPricePaise: 50_000,
      maxPricePaise: 100_000,
      fromAllInPaise: 59_000,
      toAllInPaise: 118_000,
      availability: "MANY",
      saleState: "ON_SALE",
      venue: { name: "Deccan Stage", city: "Pune", timeZone: "Asia/Kolkata" },
    });
    expect(found.items[0]).not.toHaveProperty("organizerId");
  });

  it.each<[string, Input, string[]]>([
    ["category", { category: "COMEDY" }, ["100% Laughs"]],
    ["city, in any case", { city: "pune" }, ["Derby", "100% Laughs"]],
    ["dates", { dateFrom: inDays(2), dateTo: inDays(8) }, ["Ghazals"]],
    ["a date in the past brings nothing back", { dateFrom: inDays(-5) }, ["Derby", "Ghazals", "100% Laughs"]],
    ["price from", { minPricePaise: 60_000 }, ["Derby"]],
    ["price to", { maxPricePaise: 30_000 }, ["Ghazals", "100% Laughs"]],
    ["all-in price from", { minAllInPaise: 118_000 }, ["Derby"]],
    ["all-in price from, a paisa more", { minAllInPaise: 118_001 }, []],
    ["all-in price to", { maxAllInPaise: 35_400 }, ["Ghazals", "100% Laughs"]],
    ["all-in price to, a paisa less", { maxAllInPaise: 35_399 }, ["100% Laughs"]],
    ["title", { search: "ghaz" }, ["Ghazals"]],
    ["artist and city together", { search: "akhtar mumbai" }, ["Ghazals"]],
    ["venue", { search: "deccan" }, ["Derby", "100% Laughs"]],
    ["a sign of LIKE as itself", { search: "%" }, ["100% Laughs"]],
    ["featured", { featured: true }, ["Derby"]],
    ["sorted by price", { sort: "price" }, ["100% Laughs", "Ghazals", "Derby"]],
    ["pages", { limit: 2, page: 2 }, ["100% Laughs"]],
    ["a page beyond the last", { page: 9 }, []],
    ["drafts, to the public", { status: "DRAFT" }, []],
    ["own, to the public", { mine: true }, []],
  ])("filters by %s", async (_name, input, expected) => {
    expect(await titles(input)).toEqual(expected);
  });

  it("shows organizers their own of any status, admins all, others nothing", async () => {
    const stranger = await makeUser(db, { role: "ORGANIZER" });
    const admin = await makeUser(db, { role: "ADMIN" });
    expect(await titles({ mine: true }, organizer)).toHaveLength(6);
    expect(await titles({ mine: true, status: "CANCELLED" }, organizer)).toEqual(["Called off"]);
    expect(await titles({ status: "DRAFT" }, organizer)).toEqual(["Secret"]);
    expect(await titles({ status: "DRAFT" }, stranger)).toEqual([]);
    expect(await titles({ status: "DRAFT" }, buyer)).toEqual([]);
    expect(await titles({ mine: true }, stranger)).toEqual([]);
    expect(await titles({ status: "DRAFT" }, admin)).toEqual(["Secret"]);
  });

  it("refuses more than 100 a page", async () => {
    await expect(callerFor(null).event.list({ limit: 101 })).rejects.toMatchObject(refusal("INVALID_INPUT"));
  });
});

describe("event.facets", () => {
  it("counts what is to come", async () => {
    expect(await callerFor(null).event.facets()).toEqual({
      categories: [
        { category: "COMEDY", count: 1 },
        { category: "CONCERT", count: 1 },
        { category: "SPORTS", count: 1 },
      ],
      cities: [
        { city: "Pune", count: 2 },
        { city: "Mumbai", count: 1 },
      ],
    });
  });
});

describe("event.byId", () => {
  it("shows place, sections with prices and what is free, policy and rating, and no more than that", async () => {
    const { id } = await db.event.findFirstOrThrow({ where: { title: "Derby" } });
    await db.review.create({ data: { eventId: id, userId: buyer.id, rating: 4 } });
    await db.review.create({ data: { eventId: id, userId: organizer.id, rating: 1, removedAt: new Date() } });
    const seat = await db.seat.findFirstOrThrow({ where: { eventId: id, ordinal: 3 } });
    await db.seat.update({ where: { id: seat.id }, data: { status: "BOOKED" } });
    const event = await callerFor(null).event.byId({ id });
    expect(event).toMatchObject({
      title: "Derby",
      venue: { name: "Deccan Stage", city: "Pune" },
      saleState: "ON_SALE",
      seatCount: 4,
      availableCount: 3,
      rating: { average: 4, count: 1 },
      policy: { refundBps: 10_000 },
      editable: false,
    });
    expect(event.sections).toMatchObject([
      { name: "Stalls", pricePaise: 100_000, allInPaise: 118_000, seatCount: 2, availableCount: 2 },
      { name: "Balcony", pricePaise: 50_000, allInPaise: 59_000, seatCount: 2, availableCount: 1 },
    ]);
    expect(JSON.stringify(event)).not.toContain(organizer.id);
    expect(JSON.stringify(event)).not.toContain(organizer.email);
  });

  it("keeps drafts to their organizer and admins", async () => {
    const { id } = await db.event.findFirstOrThrow({ where: { title: "Secret" } });
    const admin = await makeUser(db, { role: "ADMIN" });
    const stranger = await makeUser(db, { role: "ORGANIZER" });
    for (const user of [null, buyer, stranger]) {
      const api = callerFor(user).event;
      await expect(api.byId({ id })).rejects.toMatchObject(refusal("NOT_FOUND"));
      await expect(api.seatLayout({ eventId: id })).rejects.toMatchObject(refusal("NOT_FOUND"));
      await expect(api.seatAvailability({ eventId: id })).rejects.toMatchObject(refusal("NOT_FOUND"));
    }
    for (const user of [organizer, admin]) {
      expect(await callerFor(user).event.byId({ id })).toMatchObject({
        title: "Secret",
        editable: true,
        saleState: "NOT_PUBLISHED",
      });
      expect(await callerFor(user).event.seatLayout({ eventId: id })).toMatchObject({
        sections: [{ name: "Stalls" }],
      });
    }
    await expect(callerFor(null).event.byId({ id: "nothing" })).rejects.toMatchObject(refusal("NOT_FOUND"));
  });
});

describe("event.list, once seats are sold", () => {
  it("sorts by bookings and hints at what is left only where it is little", async () => {
    const laughs = await db.event.findFirstOrThrow({
      where: { title: "100% Laughs" },
      include: { sections: true },
    });
    const book = (seatCount: number, number: string) =>
      db.booking.create({
        data: {
          bookingNumber: number,
          userId: buyer.id,
          eventId: laughs.id,
          status: "CONFIRMED",
          seatCount,
          subtotalPaise: 1_000,
          taxPaise: 180,
          totalPaise: 1_180,
          expiresAt: new Date(),
          holdsUntil: new Date(),
          confirmedAt: new Date(),
          policy: {},
        },
      });
    await book(3, "AIS-1");
    const seats = await db.seat.findMany({ where: { eventId: laughs.id }, orderBy: { ordinal: "asc" } });
    await db.seat.updateMany({
      where: { id: { in: seats.slice(0, 3).map((seat) => seat.id) } },
      data: { status: "BOOKED" },
    });
    const first = async () => (await callerFor(null).event.list({ sort: "popular" })).items[0];
    expect(await first()).toMatchObject({ title: "100% Laughs", availability: "MANY" });
    await db.seat.update({ where: { id: seats[3]!.id }, data: { status: "BLOCKED" } });
    expect(await first()).toMatchObject({ title: "100% Laughs", availability: "NONE" });
  });
});

it("sorts by what one pays, tax included, as it is shown", async () => {
  const venue = await makeVenue(db);
  await makeEvent(db, { venue, title: "Taxed", basePricePaise: 30_000, startsAt: inDays(2) });
  await makeEvent(db, { venue, title: "Untaxed", basePricePaise: 34_000, taxBps: 0, startsAt: inDays(1) });
  await makeEvent(db, { venue, title: "Dearer", basePricePaise: 30_500, startsAt: inDays(3) });
  const { items } = await callerFor(null).event.list({ venueId: venue.id, sort: "price" });
  expect(items.map(({ title, fromAllInPaise }) => [title, fromAllInPaise])).toEqual([["Untaxed", 34_000], ["Taxed", 35_400], ["Dearer", 35_990]]);
});
