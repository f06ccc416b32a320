import { describe, expect, it } from "vitest";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";
import { makeEvent, makeUser, makeVenue } from "~/test/factories";

const db = testDb();

/** The factories' stalls: rows A to E of ten, but those that are named. */
function plan({ zone = "Stalls", without = [] as string[], extra = {} } = {}) {
  const rows = ["A", "B", "C", "D", "E"].map((row, r) => ({
    row_number: row,
    position: { x: 0, y: r * 25 },
    seats: Array.from({ length: 10 }, (_, s) => ({
      seat_guid: `${row}${s + 1}`,
      seat_number: String(s + 1),
      position: { x: s * 25, y: 0 },
      category: "Standard",
      ...extra,
    })).filter((seat) => !without.includes(seat.seat_guid)),
  }));
  const areas = [
    { position: { x: 0, y: -80 }, rectangle: { width: 250, height: 50 }, text: { text: "Stage" } },
  ];
  return {
    name: "Hall",
    categories: [{ name: "Standard" }],
    zones: [{ name: zone, position: { x: 0, y: 0 }, rows, areas }],
  };
}

async function venueOf(role: "ORGANIZER" | "ADMIN" = "ORGANIZER") {
  const owner = await makeUser(db, { role });
  return { owner, venue: await makeVenue(db, { ownerId: owner.id }) };
}

describe("venue.importPlan", () => {
  it("makes the venue's sections and plan, and the next event has its seats", async () => {
    const { owner, venue } = await venueOf();
    const api = callerFor(owner);
    const made = await api.venue.importPlan({
      venueId: venue.id,
      plan: plan({ zone: "Ground", without: ["C5"] }),
    });
    expect(made.seatCount).toBe(49);
    const seen = await api.venue.byId({ id: venue.id });
    expect(seen.sections).toMatchObject([
      { name: "Ground", rowCount: 5, seatsPerRow: 10, seatCount: 49, imported: true },
    ]);
    expect(JSON.stringify(seen.sections)).not.toContain('"x":');

    const event = await api.event.create({
      title: "Evening",
      description: "An evening worth leaving the house for.",
      category: "CONCERT",
      venueId: venue.id,
      startsAt: new Date(Date.now() + 9 * 86_400_000),
      basePricePaise: 10_000,
    });
    const layout = await api.event.seatLayout({ eventId: event.id });
    const [row] = layout.sections[0]!.rows;
    expect(layout.sections[0]!.rows[2]!.seats.map((seat) => seat.label)).not.toContain("5");
    expect(row!.seats[1]!.x - row!.seats[0]!.x).toBe(10);
    expect(layout.decorations).toMatchObject([{ kind: "stage", label: "Stage" }]);
  });

  it("is the same plan when it is imported again, and comes out as it went in", async () => {
    const { owner, venue } = await venueOf();
    const { venue: api } = callerFor(owner);
    const first = await api.importPlan({ venueId: venue.id, plan: plan() });
    expect(await api.importPlan({ venueId: venue.id, plan: plan() })).toEqual(first);
    const out = await api.exportPlan({ venueId: venue.id });
    expect(await api.importPlan({ venueId: venue.id, plan: out })).toEqual(first);
  });

  it("keeps the id and the price of a section by its name", async () => {
    const { owner, venue } = await venueOf();
    await db.section.updateMany({ where: { venueId: venue.id }, data: { priceMultiplierBps: 12_500 } });
    await callerFor(owner).venue.importPlan({ venueId: venue.id, plan: plan() });
    const [section] = await db.section.findMany({ where: { venueId: venue.id } });
    expect(section).toMatchObject({ id: venue.sections[0]!.id, priceMultiplierBps: 12_500 });
  });

  it("refuses a plan in which a held or sold seat would vanish, with the list, and changes nothing", async () => {
    const { owner, venue } = await venueOf();
    const [{ event, seats }, buyer] = [
      await makeEvent(db, { venue, title: "Monsoon Raag" }),
      await makeUser(db),
    ];
    await callerFor(buyer).seatLock.hold({ eventId: event.id, seatIds: [seats[1]!.id] });
    await db.seat.update({ where: { id: seats[24]!.id }, data: { status: "BOOKED" } });
    const refused = callerFor(owner).venue.importPlan({
      venueId: venue.id,
      plan: plan({ without: ["A2", "C5", "E9"] }),
    });
    await expect(refused).rejects.toMatchObject({
      message: expect.stringContaining("Stalls A2 (Monsoon Raag), Stalls C5 (Monsoon Raag)"),
      cause: { code: "INVALID_INPUT", facts: { seats: [{ seat: "A2" }, { seat: "C5" }] } },
    });
    expect(await db.section.count({ where: { venueId: venue.id, rowCount: 5 } })).toBe(1);
    expect(await db.seatingPlan.count({ where: { venueId: venue.id } })).toBe(1);
    // Without those two it may lose as many seats as it likes.
    const allowed = await callerFor(owner).venue.importPlan({
      venueId: venue.id,
      plan: plan({ without: ["E9", "E10"] }),
    });
    expect(allowed.seatCount).toBe(48);
  });

  it("makes a new version and leaves the old one, which the database refuses to change", async () => {
    const { owner, venue } = await venueOf();
    const { event } = await makeEvent(db, { venue });
    const { api, before } = { api: callerFor(owner), before: await db.seatingPlan.findMany() };
    const layout = await api.event.seatLayout({ eventId: event.id });
    await api.venue.importPlan({ venueId: venue.id, plan: plan({ without: ["E10"] }) });
    expect(await db.seatingPlan.findMany({ where: { venueId: venue.id }, orderBy: { version: "asc" } })).toMatchObject([
      before.find((one) => one.venueId === venue.id)!,
      { version: 2, seatCount: 49 },
    ]);
    expect(await api.event.seatLayout({ eventId: event.id })).toEqual(layout);
    const changed = db.seatingPlan.updateMany({ where: { venueId: venue.id }, data: { seatCount: 1 } });
    await expect(changed).rejects.toThrow(/never changes/);
  });

  it("names the place of what is wrong", async () => {
    const { owner, venue } = await venueOf();
    const wrong = callerFor(owner).venue.importPlan({
      venueId: venue.id,
      plan: plan({ extra: { position: { x: "left", y: 0 } } }),
    });
    await expect(wrong).rejects.toThrow('Zone "Stalls", row "A", seat "1": "position.x" must be a number.');
  });

  it("takes nothing of a file whose seats a ticket could not tell apart, until it is told what to do", async () => {
    const { owner, venue } = await venueOf();
    const api = callerFor(owner).venue;
    const twice = { ...plan(), zones: [...plan().zones, ...plan().zones] };
    const input = { venueId: venue.id, plan: twice };
    await expect(api.importPlan(input)).rejects.toMatchObject({
      cause: { code: "PLAN_CONFLICT", field: "plan", facts: { count: 50, remedies: ["rename", "drop"] } },
    });
    expect(await db.seatingPlan.count({ where: { venueId: venue.id } })).toBe(1);
    const renamed = await api.importPlan({ ...input, choices: { sameName: "rename" } });
    expect(renamed).toMatchObject({ seatCount: 100, warnings: [{ kind: "RENAMED", count: 50 }, expect.anything()] });
    expect(await api.importPlan({ ...input, choices: { sameName: "drop" } })).toMatchObject({ seatCount: 50 });
  });

  it("comes out and goes in again the same: flags, prices, standing places", async () => {
    const { owner, venue } = await venueOf();
    const api = callerFor(owner).venue;
    const text = "grid Stalls: rows A-C, seats 10, aisle 5, price 1.2\nstanding Floor: places 33\naccessible Stalls: A1";
    const first = await api.importPlan({ venueId: venue.id, plan: text });
    const out = await api.exportPlan({ venueId: venue.id });
    const other = await makeVenue(db, { ownerId: owner.id });
    await api.importPlan({ venueId: other.id, plan: "grid Elsewhere: rows 1-2, seats 3" });
    expect(await api.importPlan({ venueId: venue.id, plan: JSON.stringify(out) })).toMatchObject({ planHash: first.planHash, warnings: [] });
    await api.importPlan({ venueId: other.id, plan: out });
    const { sections } = await api.plan({ venueId: other.id });
    expect(sections.map(({ name, priceMultiplierBps }) => [name, priceMultiplierBps])).toEqual([["Stalls", 12_000], ["Floor", 10_000]]);
    expect(sections[0]!.layout.rows![0]!.seats[0]!.flags).toBe(1);
    expect(sections[1]!.layout.rows![0]!.seats.every((seat) => seat.flags === 8)).toBe(true);
  });

  it("is for the venue's organizer and for admins", async () => {
    const { venue } = await venueOf();
    const input = { venueId: venue.id, plan: plan() };
    for (const [role, code] of [
      ["USER", "FORBIDDEN"],
      ["ORGANIZER", "FORBIDDEN"],
    ] as const) {
      const stranger = callerFor(await makeUser(db, { role }));
      await expect(stranger.venue.importPlan(input)).rejects.toMatchObject({ cause: { code } });
      await expect(stranger.venue.exportPlan({ venueId: venue.id })).rejects.toMatchObject({
        cause: { code },
      });
      await expect(stranger.venue.plan({ venueId: venue.id })).rejects.toMatchObject({
        cause: { code: role === "USER" ? "FORBIDDEN" : "NOT_FOUND" },
      });
    }
    await expect(callerFor(null).venue.importPlan(input)).rejects.toMatchObject({
      cause: { code: "UNAUTHORIZED" },
    });
    const admin = callerFor(await makeUser(db, { role: "ADMIN" }));
    await expect(admin.venue.importPlan(input)).resolves.toMatchObject({ seatCount: 50 });
  });
});
