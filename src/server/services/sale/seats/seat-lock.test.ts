import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/domain/permissions";
import { makeEvent, makeUser } from "~/test/factories";
import { testDb } from "~/test/harness/database";
import { passTime } from "~/test/harness/time";
import { createBooking } from "~/server/services/sale/bookings/create-booking";
import { extendHold } from "./extend-hold";
import { holdSeats } from "./hold-seats";
import { holdStatus } from "./hold-status";
import { releaseExpiredHolds } from "./release-expired-holds";
import { releaseSeats } from "~/server/services/sale/bookings/release-seats";

const db = testDb();
let eventId: string;
let seats: string[];
let asha: Actor;
let biju: Actor;

const TEN_MINUTES_MS = 600_000;
const hold = (actor: Actor, ...ids: (string | undefined)[]) => holdSeats({ db, actor, eventId, seatIds: ids.map(String) });
const statusOf = async (id: string | undefined) => (await db.seat.findUniqueOrThrow({ where: { id } })).status;

beforeEach(async () => {
  const made = await makeEvent(db);
  eventId = made.event.id;
  seats = made.seats.map((seat) => seat.id);
  asha = await makeUser(db);
  biju = await makeUser(db);
});

describe("hold", () => {
  it("takes all seats for ten minutes from the first", async () => {
    const first = await hold(asha, seats[0], seats[1]);
    expect(first.seatIds).toEqual([seats[0], seats[1]]);
    const leftMs = first.holdExpiresAt!.getTime() - Date.now();
    expect(leftMs).toBeGreaterThan(TEN_MINUTES_MS - 60_000);
    expect(leftMs).toBeLessThanOrEqual(TEN_MINUTES_MS + 1_000);

    await passTime(db, { userId: asha.id, eventId }, 60);
    const second = await hold(asha, seats[2]);
    expect(second.seatIds).toHaveLength(3);
    expect(second.holdExpiresAt!.getTime()).toBe(first.holdExpiresAt!.getTime() - 60_000);
  });

  it("does not blame somebody else for a seat that is kept from sale", async () => {
    await db.seat.update({ where: { id: seats[3] }, data: { status: "BLOCKED" } });
    await expect(hold(biju, seats[2], seats[3])).rejects.toMatchObject({ code: "SEAT_TAKEN", userMessage: "A4 is not for sale. Please choose another." });
  });

  it("is all or nothing", async () => {
    await hold(asha, seats[3]);
    await expect(hold(biju, seats[2], seats[3])).rejects.toMatchObject({
      code: "SEAT_TAKEN",
      userMessage: "Someone was quicker with A4. Please choose another.",
      facts: { taken: [seats[3]], labels: ["A4"] },
    });
    expect(await statusOf(seats[2])).toBe("AVAILABLE");
    expect(await holdStatus({ db, actor: biju, eventId })).toBeNull();
  });

  it("says the same to the holder who asks twice, and does not prolong", async () => {
    const first = await hold(asha, seats[0]);
    await passTime(db, { userId: asha.id, eventId }, 30);
    const again = await hold(asha, seats[0]);
    expect(again.seatIds).toEqual(first.seatIds);
    expect(again.holdExpiresAt!.getTime()).toBe(first.holdExpiresAt!.getTime() - 30_000);
  });

  it("says a booked seat's own end, though the hold's has passed", async () => {
    await hold(asha, seats[0]);
    await passTime(db, { userId: asha.id, eventId }, 300);
    const booking = await createBooking({ db, actor: asha, eventId, seatIds: [seats[0]!] });
    await passTime(db, { userId: asha.id, eventId }, 400);
    const again = await hold(asha, seats[0]);
    expect(again.holdExpiresAt!.getTime()).toBe(booking.expiresAt.getTime() - 400_000);
  });

  it("stops at six, also where the same request names seven", async () => {
    await hold(asha, ...seats.slice(0, 4));
    await expect(hold(asha, ...seats.slice(4, 7))).rejects.toMatchObject({ code: "SEAT_LIMIT" });
    await hold(asha, ...seats.slice(4, 6));
    await expect(hold(asha, seats[6])).rejects.toMatchObject({ code: "SEAT_LIMIT" });
    await expect(hold(biju, ...seats.slice(10, 17))).rejects.toMatchObject({ code: "SEAT_LIMIT" });
    expect(await statusOf(seats[6])).toBe("AVAILABLE");
  });

  it("counts seats bought towards the six", async () => {
    await hold(asha, seats[0]);
    await db.seatHold.update({ where: { userId_eventId: { userId: asha.id, eventId } }, data: { seatsBought: 5 } });
    await expect(hold(asha, seats[1])).rejects.toMatchObject({ code: "SEAT_LIMIT" });
  });

  it("finds a hold past its time free though no job ever ran, and forgets it in the limit", async () => {
    await hold(asha, ...seats.slice(0, 6));
    await passTime(db, { userId: asha.id, eventId }, 601);
    expect((await hold(biju, seats[0])).seatIds).toEqual([seats[0]]);
    expect((await hold(asha, ...seats.slice(6, 12))).seatIds).toHaveLength(6);
    await expect(hold(asha, seats[0])).rejects.toMatchObject({ code: "SEAT_LIMIT" });
  });

  it("refuses blocked and sold seats, unknown ones, and those of another event", async () => {
    await db.seat.update({ where: { id: seats[0] }, data: { status: "BLOCKED" } });
    await db.seat.update({ where: { id: seats[1] }, data: { status: "BOOKED" } });
    await expect(hold(asha, seats[0])).rejects.toMatchObject({ code: "SEAT_TAKEN" });
    await expect(hold(asha, seats[1])).rejects.toMatchObject({ code: "SEAT_TAKEN" });
    await expect(hold(asha, "1-zzzz")).rejects.toMatchObject({ code: "NOT_FOUND" });
    const elsewhere = await makeEvent(db);
    await expect(hold(asha, elsewhere.seats[0]?.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(holdSeats({ db, actor: asha, eventId: "none", seatIds: ["1-0"] })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("sells only while the sale is on, by the database's clock", async () => {
    const at = (minutes: number) => new Date(Date.now() + minutes * 60_000);
    const set = (data: object) => db.event.update({ where: { id: eventId }, data });
    await set({ onSaleAt: at(5) });
    await expect(hold(asha, seats[0])).rejects.toMatchObject({ code: "NOT_ON_SALE", userMessage: "Tickets for this event are not on sale yet." });
    await set({ onSaleAt: at(-5), offSaleAt: at(-1) });
    await expect(hold(asha, seats[0])).rejects.toMatchObject({ code: "NOT_ON_SALE" });
    await set({ offSaleAt: null, startsAt: at(-1) });
    await expect(hold(asha, seats[0])).rejects.toMatchObject({ code: "NOT_ON_SALE" });
    await set({ startsAt: at(60), status: "CANCELLED" });
    await expect(hold(asha, seats[0])).rejects.toMatchObject({ code: "NOT_ON_SALE", userMessage: "This event has been cancelled." });
    await set({ status: "DRAFT" });
    await expect(hold(asha, seats[0])).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("extend", () => {
  it("gives ten minutes from now, twice", async () => {
    await hold(asha, seats[0], seats[1]);
    for (const _ of [1, 2]) {
      await passTime(db, { userId: asha.id, eventId }, 300);
      const { holdExpiresAt } = await extendHold({ db, actor: asha, eventId });
      expect(holdExpiresAt.getTime() - Date.now()).toBeGreaterThan(TEN_MINUTES_MS - 60_000);
    }
    const before = await holdStatus({ db, actor: asha, eventId });
    await expect(extendHold({ db, actor: asha, eventId })).rejects.toMatchObject({ code: "INVALID_TRANSITION" });
    expect((await holdStatus({ db, actor: asha, eventId }))?.holdExpiresAt).toEqual(before?.holdExpiresAt);
    expect(before).toMatchObject({ extensionsLeft: 0, seatIds: [seats[0], seats[1]] });
  });

  it("does not bring a hold back that has run out, nor one that never was", async () => {
    await hold(asha, seats[0]);
    await passTime(db, { userId: asha.id, eventId }, 601);
    await expect(extendHold({ db, actor: asha, eventId })).rejects.toMatchObject({ code: "HOLD_EXPIRED" });
    await expect(extendHold({ db, actor: biju, eventId })).rejects.toMatchObject({ code: "HOLD_EXPIRED" });
  });

  it("starts anew with a new hold", async () => {
    await hold(asha, seats[0]);
    await extendHold({ db, actor: asha, eventId });
    await passTime(db, { userId: asha.id, eventId }, 601);
    await hold(asha, seats[5]);
    expect((await holdStatus({ db, actor: asha, eventId }))?.extensionsLeft).toBe(2);
  });
});

describe("release", () => {
  it("frees one, then the rest", async () => {
    await hold(asha, ...seats.slice(0, 3));
    expect((await releaseSeats({ db, actor: asha, eventId, seatIds: [seats[1]!] })).seatIds).toEqual([seats[0], seats[2]]);
    expect(await statusOf(seats[1])).toBe("AVAILABLE");
    expect(await releaseSeats({ db, actor: asha, eventId })).toEqual({ holdExpiresAt: null, seatIds: [] });
    expect((await hold(biju, ...seats.slice(0, 3))).seatIds).toHaveLength(3);
  });

  it("leaves other people's seats alone", async () => {
    await hold(asha, seats[0]);
    await hold(biju, seats[1]);
    await releaseSeats({ db, actor: biju, eventId, seatIds: [seats[0]!] });
    expect(await holdStatus({ db, actor: asha, eventId })).toMatchObject({ seatIds: [seats[0]] });
    expect(await holdStatus({ db, actor: biju, eventId })).toMatchObject({ seatIds: [seats[1]] });
  });

  it("does not touch a seat that went to someone else after the hold had run out", async () => {
    await hold(asha, seats[0]);
    await passTime(db, { userId: asha.id, eventId }, 601);
    await hold(biju, seats[0]);
    await releaseSeats({ db, actor: asha, eventId });
    expect(await holdStatus({ db, actor: biju, eventId })).toMatchObject({ seatIds: [seats[0]] });
  });
});

describe("release-expired-holds", () => {
  it("clears what has run out and nothing else, also twice at once", async () => {
    await hold(asha, seats[0], seats[1]);
    await passTime(db, { userId: asha.id, eventId }, 601);
    await hold(biju, seats[1], seats[2]);
    const [one, two] = await Promise.all([releaseExpiredHolds({ db, batch: 1 }), releaseExpiredHolds({ db })]);
    expect(one.seats + two.seats).toBe(1);
    expect(await Promise.all(seats.slice(0, 3).map(statusOf))).toEqual(["AVAILABLE", "HELD", "HELD"]);
    expect(await db.seatHold.findUnique({ where: { userId_eventId: { userId: asha.id, eventId } } })).toMatchObject({ seatIds: [] });
    expect(await releaseExpiredHolds({ db })).toEqual({ seats: 0, holds: 0 });
  });
});
