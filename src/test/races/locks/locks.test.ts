import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { cancelEvent } from "~/server/services/events/cancel-event";
import { releaseExpiredHolds } from "~/server/services/sale/seats/release-expired-holds";
import { priceSeats } from "~/server/services/pricing/price-categories";
import { blockSeats, unblockSeats } from "~/server/services/seats/block-seats";
import { testBank } from "~/test/harness/bank";
import { anotherDb, resetDatabase, testDb } from "~/test/harness/database";
import type { Session } from "~/test/races/interleave/interleavings";
import type { Scene, State } from "~/test/races/interleave/states";
import { planNews } from "~/server/services/plan-change/plan-news";
import { takePlan } from "~/server/services/plan-change/take-plan";
import { session, verbs, type Verb } from "~/test/races/interleave/verbs";
import { kinds, Locker, meet, type Kind } from "./who-locks";

vi.hoisted(() => {
  process.env.SEAT_HOLD_TTL = "36000";
  process.env.BOOKING_TTL = "36000";
});
const { makeState } = await import("~/test/races/interleave/states");

const db = testDb();
const own = anotherDb(3);
const bank = testBank(db);
const [one, two] = [new Locker(), new Locker()];
beforeAll(() => Promise.all([one.open(), two.open()]));
afterAll(() => Promise.all([one.close(), two.close()]));

/** The decision's table: what each verb waits for, by kind; what is empty or in brackets it does not. */
const table = new Map(
  readFileSync("docs/decisions/0080-the-sale-is-serializable.md", "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| ") && !line.startsWith("| who"))
    .map((line) => {
      const [who, ...cells] = line.split("|").slice(1, -1).map((cell) => cell.trim());
      return [who!, { event: cells[0]!, locks: kinds.filter((_, at) => cells[at] && !cells[at].startsWith("(")) }] as const;
    }),
);

type Deed = { state: State; run: (scene: Scene) => Session };
const ofPair = (verb: Verb, state: State, meets: Verb = verb): Deed => ({ state, run: (scene) => session(verb, meets, scene, state, bank.gateway, false) });
const withOrganizer = (state: State, run: (scene: Scene & { db: typeof db; actor: Scene["organizer"] }) => Promise<unknown>): Deed => ({
  state,
  run: (scene) => (by) => run({ ...scene, db: by, actor: scene.organizer }),
});

/** Each with a scene in which it finds all that it could want. */
const deeds: Record<string, Deed> = {
  hold: ofPair("hold", "held", "extend"),
  extend: ofPair("extend", "held"),
  release: ofPair("release", "waiting"),
  create: ofPair("create", "waiting"),
  confirm: ofPair("confirm", "pending"),
  cancel: ofPair("cancel", "pending"),
  refund: ofPair("refund", "sold"),
  expire: ofPair("expire", "lapsed"),
  "expired holds": { state: "lapsed", run: () => (by) => releaseExpiredHolds({ db: by }) },
  block: withOrganizer("free", ({ seatIds, ...input }) => blockSeats({ ...input, seatIds: seatIds.slice(0, 2) })),
  unblock: withOrganizer("free", ({ seatIds, ...input }) => unblockSeats({ ...input, seatIds: seatIds.slice(0, 2) })),
  complete: ofPair("complete", "begun"),
  "cancel event": withOrganizer("held", ({ eventId, ...input }) => cancelEvent({ ...input, id: eventId, reason: "The hall is flooded.", gateway: bank.gateway })),
  "change of plan": ofPair("change of plan", "free"),
  "take a plan": {
    state: "pending",
    run: ({ eventId, organizer }) => async (by) => {
      const { venueId } = await db.event.findUniqueOrThrow({ where: { id: eventId } });
      // Another aisle: the venue's plan is a version further than the event's.
      await db.section.updateMany({ where: { venueId }, data: { layout: { shape: "straight", aisles: [2] } } });
      const planId = (await planNews({ db, actor: organizer, eventId }))!.planId;
      return takePlan({ db: by, actor: organizer, eventId, planId });
    },
  },
  "change of prices": withOrganizer("free", ({ seatIds, ...input }) => priceSeats({ ...input, seatIds: seatIds.slice(0, 2), categoryId: null })),
};

it("has a row for every verb", () => {
  expect([...table.keys()]).toEqual(Object.keys(deeds));
  expect(Object.keys(deeds)).toEqual(expect.arrayContaining([...verbs]));
});

it.each(Object.keys(deeds))("%s locks what the decision's table says, in its order", async (who) => {
  const { event, locks } = table.get(who)!;
  const { state, run } = deeds[who]!;
  const met = async (kind: Kind, strength: "NO KEY UPDATE" | "SHARE" = "NO KEY UPDATE") => {
    await resetDatabase();
    const scene = await makeState(db, bank, state);
    if (who === "unblock") await db.seat.updateMany({ data: { status: "BLOCKED" } });
    return meet(one, two, { db, scene, kind, seats: scene.seatIds, strength, verb: () => run(scene)(own) });
  };
  for (const [at, kind] of kinds.entries()) {
    const before = kinds.slice(0, at).filter((other) => locks.includes(other));
    expect({ kind, ...(await met(kind)) }).toEqual(locks.includes(kind) ? { kind, waited: true, held: before } : { kind, waited: false, held: [] });
  }
  // Who only shares the event lets others share it; who closes it lets nobody.
  if (locks.includes("Event")) expect((await met("Event", "SHARE")).waited).toBe(event === "update");
});
