import { beforeEach, describe, expect, it } from "vitest";
import { makeEvent, makeUser } from "~/test/factories";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";

const db = testDb();

type User = Awaited<ReturnType<typeof makeUser>>;
let organizer: User;
let stranger: User;
let buyer: User;

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
const refusal = (code: string) => ({ cause: { code } });

beforeEach(async () => {
  organizer = await makeUser(db, { role: "ORGANIZER" });
  stranger = await makeUser(db, { role: "ORGANIZER" });
  buyer = await makeUser(db);
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
