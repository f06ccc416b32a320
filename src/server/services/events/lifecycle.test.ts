import { beforeEach, describe, expect, it } from "vitest";
import { makeUser } from "~/test/factories";
import { callerFor } from "~/test/harness/callers";
import { anotherDb, testDb } from "~/test/harness/database";
import { publishEvent } from "./publish-event";

const db = testDb();
const other = anotherDb();

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
    for (const move of [api.publish, api.cancel, api.complete]) {
      await expect(move({ id })).rejects.toMatchObject(refusal("INVALID_TRANSITION"));
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
