import { beforeEach, describe, expect, it } from "vitest";
import type { Role } from "~/domain/permissions";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";
import { makeEvent, makeUser, makeVenue } from "~/test/factories";
import { currentPlan } from "./current-plan";

const db = testDb();

type User = Awaited<ReturnType<typeof makeUser>>;
let organizer: User;
let other: User;
let admin: User;
let buyer: User;

const hall = { name: "Prithvi Hall", address: "20 Juhu Church Road", city: "Mumbai" };
const refusal = (appCode: string) => ({ cause: { code: appCode } });

beforeEach(async () => {
  const make = (role: Role) => makeUser(db, { role });
  [organizer, other, admin, buyer] = [
    await make("ORGANIZER"),
    await make("ORGANIZER"),
    await make("ADMIN"),
    await make("USER"),
  ];
});

describe("venue.create and addSection", () => {
  it("makes a venue of the organizer's own, counts its seats, and writes it down", async () => {
    const api = callerFor(organizer).venue;
    const { id } = await api.create(hall);
    const section = await api.addSection({
      venueId: id,
      name: "Stalls",
      rowCount: 3,
      seatsPerRow: 10,
      priceMultiplier: 1.25,
    });
    expect(section.seatCount).toBe(30);
    await api.addSection({
      venueId: id,
      name: "Balcony",
      rowCount: 2,
      seatsPerRow: 8,
      layout: { growth: 1, missing: ["A1"] },
    });
    const venue = await callerFor(null).venue.byId({ id });
    expect(venue).toMatchObject({
      ...hall,
      timeZone: "Asia/Kolkata",
      seatCount: 46,
      shared: false,
      editable: false,
    });
    expect(venue.sections.map((s) => [s.name, s.seatCount, s.priceMultiplierBps])).toEqual([
      ["Stalls", 30, 12_500],
      ["Balcony", 16, 10_000],
    ]);
    expect(venue).not.toHaveProperty("ownerId");
    const actions = await db.auditEntry.findMany({
      orderBy: { createdAt: "asc" },
      select: { action: true, actorId: true },
    });
    expect(actions).toEqual(
      ["venue.create", "section.add", "section.add"].map((action) => ({ action, actorId: organizer.id })),
    );
  });

  it("knows no place of supply that is none, and undoes no change from another window", async () => {
    const api = callerFor(organizer).venue;
    await expect(api.create({ ...hall, stateCode: "55" })).rejects.toMatchObject({ code: "BAD_REQUEST" });
    const { id } = await api.create({ ...hall, stateCode: "27" });
    const { updatedAt: knownAt } = await api.byId({ id });
    await api.update({ id, knownAt, city: "Pune" });
    await expect(api.update({ id, knownAt, city: "Mumbai" })).rejects.toMatchObject(refusal("INVALID_TRANSITION"));
    expect(await api.byId({ id })).toMatchObject({ city: "Pune", stateCode: "27" });
  });

  it("makes an admin's venue a shared one", async () => {
    const { id } = await callerFor(admin).venue.create(hall);
    expect(await callerFor(organizer).venue.byId({ id })).toMatchObject({ shared: true, editable: false });
  });

  it("refuses a name twice, overlapping sections and too many seats, and changes nothing", async () => {
    const api = callerFor(organizer).venue;
    const { id: venueId } = await api.create(hall);
    const stalls = { venueId, name: "Stalls", rowCount: 2, seatsPerRow: 2, layout: { x: 0, y: 0 } };
    await api.addSection(stalls);
    await expect(api.addSection({ ...stalls, layout: {} })).rejects.toMatchObject({
      message: "This venue already has a section named Stalls.",
      ...refusal("INVALID_INPUT"),
    });
    await expect(api.addSection({ ...stalls, name: "Pit" })).rejects.toThrow(/Pit lies on top of Stalls/);
    const huge = { venueId, name: "Ground", rowCount: 500, seatsPerRow: 1_000 };
    await expect(api.addSection(huge)).rejects.toThrow(/1,20,000 seats/);
    expect(await db.section.count()).toBe(1);
    expect(await db.auditEntry.count()).toBe(2);
  });

  it("names the field of a wrong input", async () => {
    const api = callerFor(organizer).venue;
    await expect(api.create({ ...hall, timeZone: "Bombay" })).rejects.toMatchObject({
      cause: { code: "INVALID_INPUT", field: "timeZone" },
    });
    await expect(api.create({ ...hall, name: "  " })).rejects.toThrow(/The venue's name is missing/);
  });
});

describe("who may change a venue", () => {
  it("lets its owner and admins, refuses other organizers, buyers and strangers", async () => {
    const { id } = await callerFor(organizer).venue.create({
      ...hall,
      sections: [{ name: "Stalls", rowCount: 1, seatsPerRow: 2 }],
    });
    const section = (await callerFor(organizer).venue.byId({ id })).sections[0]!;
    const changes = (user: User | null) => {
      const api = callerFor(user).venue;
      return [
        () => api.update({ id, city: "Pune" }),
        () => api.addSection({ venueId: id, name: "Box", rowCount: 1, seatsPerRow: 1 }),
        () => api.updateSection({ id: section.id, rowCount: 2 }),
        () => api.removeSection({ id: section.id }),
      ];
    };
    for (const change of [...changes(other), ...changes(buyer)])
      await expect(change()).rejects.toMatchObject(refusal("FORBIDDEN"));
    for (const change of changes(null)) await expect(change()).rejects.toMatchObject(refusal("UNAUTHORIZED"));
    await expect(callerFor(buyer).venue.create(hall)).rejects.toMatchObject(refusal("FORBIDDEN"));
    expect(await db.auditEntry.count()).toBe(1);

    await changes(organizer)[0]!();
    for (const change of changes(admin).slice(1)) await change();
    expect((await callerFor(null).venue.byId({ id })).sections.map((s) => s.name)).toEqual(["Box"]);
  });

  it("keeps shared venues for admins", async () => {
    const { id } = await callerFor(admin).venue.create(hall);
    await expect(callerFor(organizer).venue.update({ id, city: "Pune" })).rejects.toMatchObject(
      refusal("FORBIDDEN"),
    );
  });

  it("answers NOT_FOUND for what is not there", async () => {
    await expect(callerFor(null).venue.byId({ id: "nowhere" })).rejects.toMatchObject(refusal("NOT_FOUND"));
    await expect(callerFor(admin).venue.update({ id: "nowhere" })).rejects.toMatchObject(
      refusal("NOT_FOUND"),
    );
    await expect(callerFor(admin).venue.removeSection({ id: "nowhere" })).rejects.toMatchObject(
      refusal("NOT_FOUND"),
    );
  });
});

describe("venue.list", () => {
  it("keeps a hall to its organizer and admins until an event there was shown to the public", async () => {
    const venue = await makeVenue(db, { name: "Attic", ownerId: other.id });
    const seenBy = async (user: User | null) => (await callerFor(user).venue.list({ search: "attic" })).total;
    expect([await seenBy(null), await seenBy(organizer), await seenBy(other), await seenBy(admin)]).toEqual([0, 0, 1, 1]);
    await makeEvent(db, { venue, status: "DRAFT" });
    expect(await seenBy(null)).toBe(0);
    await makeEvent(db, { venue });
    expect(await seenBy(null)).toBe(1);
  });

  it("finds by every word and city, says who may edit, and pages", async () => {
    const mine = callerFor(organizer).venue;
    await mine.create({ ...hall, sections: [{ name: "Stalls", rowCount: 2, seatsPerRow: 5 }] });
    await callerFor(admin).venue.create({ name: "100% Comedy", address: "1 MG Road", city: "Bengaluru" });
    await callerFor(admin).venue.create({ name: "Eden Stand", address: "BBD Bagh", city: "Kolkata" });

    expect((await mine.list({})).items.map((v) => [v.name, v.editable, v.shared, v.seatCount])).toEqual([
      ["100% Comedy", false, true, 0],
      ["Eden Stand", false, true, 0],
      ["Prithvi Hall", true, false, 10],
    ]);
    const names = async (input: Parameters<typeof mine.list>[0]) =>
      (await mine.list(input)).items.map((v) => v.name);
    expect(await names({ search: "hall mumbai" })).toEqual(["Prithvi Hall"]);
    expect(await names({ search: "%" })).toEqual(["100% Comedy"]);
    expect(await names({ city: "kolkata" })).toEqual(["Eden Stand"]);
    expect(await names({ mine: true })).toEqual(["Prithvi Hall"]);
    expect(await mine.list({ limit: 2, page: 2 })).toMatchObject({
      total: 3,
      page: 2,
      pageCount: 2,
      items: [{ name: "Prithvi Hall" }],
    });
  });
});

describe("currentPlan", () => {
  it("keeps one version until the seats change", async () => {
    const api = callerFor(organizer).venue;
    const { id: venueId } = await api.create({
      ...hall,
      sections: [{ name: "Stalls", rowCount: 2, seatsPerRow: 5 }],
    });
    const plan = () => db.$transaction((tx) => currentPlan({ tx, venueId }));
    const first = await plan();
    expect(first.seatCount).toBe(10);
    expect((await plan()).id).toBe(first.id);
    await api.update({ id: venueId, city: "Pune" });
    expect((await plan()).id).toBe(first.id);
    await api.addSection({ venueId, name: "Balcony", rowCount: 1, seatsPerRow: 4 });
    const second = await plan();
    expect([second.id === first.id, second.seatCount]).toEqual([false, 14]);
    expect(
      await db.seatingPlan.findMany({
        orderBy: { version: "asc" },
        select: { version: true, seatCount: true },
      }),
    ).toEqual([
      { version: 1, seatCount: 10 },
      { version: 2, seatCount: 14 },
    ]);
  });
});
