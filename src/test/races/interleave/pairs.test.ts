import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { testBank } from "~/test/harness/bank";
import { resetDatabase, testDb } from "~/test/harness/database";
import { expectSoundBooks } from "~/test/harness/sound-books";
import { finish } from "~/test/money/finish";
import { code, spread } from "./every-order";
import { orders, Stage, type Ran } from "./interleavings";
import { Snapshots } from "./snapshot";
import type { Scene, State } from "./states";
import { answers, session, verbs, type Verb } from "./verbs";
import { viewOf } from "./view";

// Every order of every pair takes longer than ten minutes; no hold of the scene may run out meanwhile.
vi.hoisted(() => {
  process.env.SEAT_HOLD_TTL = "36000";
  process.env.BOOKING_TTL = "36000";
});
const { makeState, states } = await import("./states");
const { expirePendingBookings } = await import("~/server/services/sale/bookings/expire-pending");
const { releaseExpiredHolds } = await import("~/server/services/sale/seats/release-expired-holds");

const db = testDb({ reset: "file" });
const bank = testBank(db);

/** Orders of each pair that a plain run tries, besides one after the other; AISLE_EVERY_ORDER=1 tries all. */
const ORDERS = Number(process.env.AISLE_ORDERS ?? 3);
const SWITCHES = 2;

/** Where each pair meets (states.ts): on rows that both want. */
const meeting: Record<Verb, Partial<Record<Verb, State>>> = {
  hold: { hold: "free", extend: "held", release: "held", create: "held", confirm: "lapsed", cancel: "pending", refund: "sold", expire: "lapsed", complete: "free", "change of plan": "free" },
  extend: { extend: "held", release: "held", create: "held", confirm: "waiting", cancel: "waiting", refund: "sold", expire: "sold", complete: "held", "change of plan": "held" },
  release: { release: "waiting", create: "waiting", confirm: "pending", cancel: "pending", refund: "sold", expire: "sold", complete: "pending", "change of plan": "held" },
  create: { create: "held", confirm: "waiting", cancel: "waiting", refund: "sold", expire: "sold", complete: "held", "change of plan": "held" },
  confirm: { confirm: "waiting", cancel: "pending", refund: "sold", expire: "lapsed", complete: "expired", "change of plan": "expired" },
  cancel: { cancel: "sold", refund: "sold", expire: "sold", complete: "pending", "change of plan": "pending" },
  refund: { refund: "sold", expire: "sold", complete: "begun", "change of plan": "sold" },
  expire: { expire: "lapsed", complete: "lapsed", "change of plan": "lapsed" },
  complete: { complete: "free", "change of plan": "free" },
  "change of plan": { "change of plan": "free" },
};
const pairs = verbs.flatMap((a) => Object.entries(meeting[a]).map(([b, state]) => ({ a, b: b as Verb, state })));
const MONEY: readonly Verb[] = ["confirm", "cancel", "refund"];

const snapshots = new Snapshots();
const stage = new Stage();
const scenes = new Map<State, Scene>();

beforeAll(async () => {
  for (const state of states) {
    await resetDatabase();
    scenes.set(state, await makeState(db, bank, state));
    await snapshots.take(state);
  }
}, 120_000);
afterAll(async () => {
  await stage.close();
  await snapshots.close();
});

/** What no order may end in, one after the other included. */
const never: { says: string; in: (end: string, state: State) => boolean }[] = [
  { says: "an event that was closed before it began, with somebody in it", in: (end, state) => state !== "begun" && /event COMPLETED/.test(end) && /(PENDING|CONFIRMED) \d+ live/.test(end) },
  { says: "a ticket for a seat of another hall", in: (end) => !/, 6 seats/.test(end) && /CONFIRMED \d+ live/.test(end) },
  { says: "a coupon used more often than it may be", in: (end) => /coupon used [3-9]/.test(end) },
];

/** What came of two sessions: their answers, and how everything stands once webhooks, refunds and jobs are through. */
async function ending({ a, b, state }: { a: Verb; b: Verb; state: State }, eventId: string, ran: Ran): Promise<string> {
  if (MONEY.includes(a) || MONEY.includes(b)) await finish(db, bank);
  await expirePendingBookings({ db });
  await releaseExpiredHolds({ db });
  await expectSoundBooks(db);
  const end = `${code(ran.a)}, ${code(ran.b)}\n${await viewOf(db, eventId)}`;
  for (const rule of never) expect(rule.in(end, state), `${rule.says}:\n${end}`).toBe(false);
  return end;
}

describe.each(verbs)("every pair of verbs on the same rows ends as one after the other would: %s", (verb) => {
  it.each(pairs.filter(({ a }) => a === verb))(`$a against $b, $state: up to ${ORDERS} orders`, async (pair) => {
    const { a, b, state } = pair;
    const scene = scenes.get(state)!;
    const sessions = { a: session(a, b, scene, state, bank.gateway, false), b: session(b, a, scene, state, bank.gateway, a === b) };
    const play = async (how: () => Promise<Ran>) => {
      await snapshots.restore(state);
      const ran = await how();
      return { ran, end: await ending(pair, scene.eventId, ran) };
    };
    const ab = await play(() => stage.inTurn(sessions, "a"));
    const ba = await play(() => stage.inTurn(sessions, "b"));
    const allowed = [ab.end, ba.end];
    // Who finds a seat in work is told that it is taken: then it is as if they had not come.
    if (a === "hold") allowed.push(...(await without(pair, "b", sessions)));
    if (a === "hold" && b === "hold") allowed.push(...(await without(pair, "a", sessions)));

    for (const order of spread(orders(ab.ran.steps.a, ba.ran.steps.b, SWITCHES), ORDERS)) {
      const { ran, end } = await play(() => stage.run(sessions, order));
      expect(answers[a], order).toContain(code(ran.a));
      expect(answers[b], order).toContain(code(ran.b));
      expect(allowed, `${order}\n${end}\nis neither\n${allowed.join("\nnor\n")}`).toContain(end);
    }
  }, 600_000);

  async function without(pair: (typeof pairs)[number], who: "a" | "b", sessions: Parameters<Stage["inTurn"]>[0]): Promise<string[]> {
    await snapshots.restore(pair.state);
    const nobody = () => Promise.reject(Object.assign(new Error("taken"), { code: "SEAT_TAKEN" }));
    const ran = await stage.inTurn({ ...sessions, [who === "a" ? "b" : "a"]: nobody }, who);
    return [await ending(pair, scenes.get(pair.state)!.eventId, ran)];
  }
});
