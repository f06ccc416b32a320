import { beforeEach, describe, expect, it } from "vitest";
import { createBooking } from "~/server/services/sale/bookings/create-booking";
import { releaseSeats } from "~/server/services/sale/bookings/release-seats";
import { makeEvent, makeUser } from "~/test/factories";
import { testDb } from "~/test/harness/database";
import { passTime } from "~/test/harness/time";
import { extendHold } from "./extend-hold";
import { holdSeats } from "./hold-seats";
import { holdStatus } from "./hold-status";

const db = testDb();

let eventId: string;
let seatIds: string[];
let actor: Awaited<ReturnType<typeof makeUser>>;

beforeEach(async () => {
  const made = await makeEvent(db);
  eventId = made.event.id;
  seatIds = made.seats.slice(0, 2).map((seat) => seat.id);
  actor = await makeUser(db);
});

const hold = () => holdSeats({ db, actor, eventId, seatIds });
const extend = () => extendHold({ db, actor, eventId });
const pass = (seconds: number) => passTime(db, { userId: actor.id, eventId }, seconds);

describe("a run of keeping", () => {
  it("ends after half an hour of holding, letting go and holding again, with the time to wait in the sentence", async () => {
    for (let circle = 0; circle < 6; circle++) {
      await hold();
      // From then on there is no more time to be had.
      if (circle < 4) await extend();
      await pass(200);
      await releaseSeats({ db, actor, eventId });
    }
    const refused = await hold().catch((error: unknown) => error as { facts: { retryAfterMs: number } });
    expect(refused).toMatchObject({ code: "RATE_LIMITED", userMessage: expect.stringContaining("You can choose again in 2 minutes") });
    expect((refused as { facts: { retryAfterMs: number } }).facts.retryAfterMs).toBeLessThanOrEqual(100_000);
    await pass(100);
    await hold();
    expect(await db.seatHold.findFirstOrThrow()).toMatchObject({ unpaidRounds: 1 });
  });

  it("gives no more time at its end, and says so before one asks", async () => {
    await hold();
    await pass(590);
    await extend();
    await pass(590);
    const { holdExpiresAt } = await extend();
    const { keptSince } = await db.seatHold.findFirstOrThrow();
    expect(holdExpiresAt.getTime() - keptSince!.getTime()).toBe(1_300_000);
    await db.seatHold.updateMany({ data: { extensions: 1 } });
    expect(await holdStatus({ db, actor, eventId })).toMatchObject({ extensionsLeft: 0 });
    await expect(extend()).rejects.toMatchObject({ code: "INVALID_TRANSITION", userMessage: expect.stringContaining("as long as we may") });
    const booking = await createBooking({ db, actor, eventId, seatIds });
    expect(booking.expiresAt.getTime() - keptSince!.getTime()).toBeLessThanOrEqual(1_600_000);
  });
});

describe("events held at once", () => {
  const atAnother = async () => {
    const { event, seats } = await makeEvent(db);
    return holdSeats({ db, actor, eventId: event.id, seatIds: [seats[0]!.id] });
  };

  it("are four, and another once seats at one were let go", async () => {
    await hold();
    for (let i = 0; i < 3; i++) await atAnother();
    await expect(atAnother()).rejects.toMatchObject({ code: "SEAT_LIMIT", facts: { events: 4 } });
    await releaseSeats({ db, actor, eventId });
    await atAnother();
  });

  it("is one until the address is confirmed", async () => {
    await db.user.update({ where: { id: actor.id }, data: { emailVerifiedAt: null } });
    await hold();
    await expect(atAnother()).rejects.toMatchObject({ code: "SEAT_LIMIT", userMessage: expect.stringContaining("confirm your address") });
    await hold();
    await db.user.update({ where: { id: actor.id }, data: { emailVerifiedAt: new Date() } });
    await atAnother();
  });

  it("cannot be passed by asking at all of them at the same moment", async () => {
    const made = await Promise.all(Array.from({ length: 7 }, () => makeEvent(db)));
    const answers = await Promise.allSettled(
      made.map(({ event, seats }) => holdSeats({ db, actor, eventId: event.id, seatIds: [seats[0]!.id], options: { tries: 50, deadlineMs: 60_000 } })),
    );
    expect(answers.filter((answer) => answer.status === "fulfilled").length).toBeLessThanOrEqual(4);
    expect(await db.seat.count({ where: { heldBy: actor.id } })).toBeLessThanOrEqual(4);
  });
});
