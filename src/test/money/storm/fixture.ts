import type { Db } from "~/server/db/db";
import { makeEvent, makeUser } from "../../factories";
import type { Random } from "./random";

/** What a booking's buyer and bank will do. */
export type Fate =
  /** Pays, and the browser returns. */
  | "pays"
  /** Pays, and closes the tab. */
  | "vanishes"
  /** Pays twice, from two tabs. */
  | "twice"
  /** Is declined, and then pays. */
  | "declined"
  /** Is declined, and the bank changes its mind. */
  | "overturned"
  /** Pays, and cancels. */
  | "cancels"
  /** Cancels, and pays all the same. */
  | "regrets"
  /** Pays when the time is over; somebody else may hold the seats by now. */
  | "late"
  /** Never pays. */
  | "leaves";

export type Plan = { bookingId: string; bookingNumber: string; userId: string; orderId: string; totalPaise: number; fate: Fate };

const shares: [Fate, number][] = [
  ["pays", 0.42], ["vanishes", 0.18], ["twice", 0.09], ["declined", 0.07], ["overturned", 0.03],
  ["cancels", 0.08], ["regrets", 0.03], ["late", 0.05], ["leaves", 0.05],
];
const SEATS = 2;

function fateOf(random: Random): Fate {
  let at = random.next();
  for (const [fate, share] of shares) if ((at -= share) < 0) return fate;
  return "pays";
}

/**
 * `count` buyers with a PENDING booking of two seats and its gateway order, and those whose time is over already:
 * half of their seats are held by a later booking. Written in bulk, as booking.create and payment.createOrder would.
 */
export async function plant(db: Db, random: Random, count: number): Promise<Plan[]> {
  const rows = Math.ceil((count * SEATS) / 50);
  const { event, seats, venue } = await makeEvent(db, { sections: [{ name: "Stalls", rowCount: rows, seatsPerRow: 50 }] });
  const section = venue.sections[0]!;
  const users = [];
  for (let from = 0; from < count; from += 50) {
    users.push(...(await Promise.all(Array.from({ length: Math.min(50, count - from) }, () => makeUser(db)))));
  }
  const plans: (Plan & { seatIds: string[]; past: boolean })[] = [];
  let seat = 0;
  for (const [index, user] of users.entries()) {
    const fate = fateOf(random);
    const before = plans.at(-1);
    // The rival of a booking whose time is over: it holds the same seats now.
    const contested = before?.fate === "late" && random.chance(0.5);
    const seatIds = contested ? before.seatIds : seats.slice(seat, (seat += SEATS)).map(({ id }) => id);
    const id = `storm-${String(index).padStart(6, "0")}`;
    plans.push({ bookingId: id, bookingNumber: `STM-${id}`, userId: user.id, orderId: `order_${id.replace("-", "")}`, totalPaise: 118_000, fate, seatIds, past: fate === "late" });
  }
  const now = Date.now();
  const until = (past: boolean) => new Date(past ? now - 60_000 : now + 3_600_000);
  await db.booking.createMany({
    data: plans.map((plan) => ({
      id: plan.bookingId, bookingNumber: plan.bookingNumber, userId: plan.userId, eventId: event.id, seatCount: SEATS,
      subtotalPaise: 100_000, taxPaise: 18_000, totalPaise: plan.totalPaise, expiresAt: until(plan.past), holdsUntil: until(plan.past),
      policy: { untilAt: event.startsAt.toISOString(), refundBps: 10_000 },
    })),
  });
  await db.bookingItem.createMany({
    data: plans.flatMap((plan) =>
      plan.seatIds.map((seatId, index) => ({
        bookingId: plan.bookingId, eventId: event.id, seatId, sectionId: section.id, sectionName: section.name, rowLabel: "A", seatLabel: `${index}`, pricePaise: 50_000,
      })),
    ),
  });
  await db.payment.createMany({
    data: plans.map((plan) => ({ bookingId: plan.bookingId, gateway: "sandbox", orderId: plan.orderId, method: "CARD", amountPaise: plan.totalPaise })),
  });
  await db.sandboxRecord.createMany({
    data: plans.map((plan) => ({
      id: plan.orderId, kind: "order", idempotencyKey: plan.bookingNumber,
      body: { amount: plan.totalPaise, currency: "INR", receipt: plan.bookingNumber, status: "created", notes: {}, created_at: Math.floor(now / 1_000) },
    })),
  });
  await db.seatHold.createMany({
    data: plans.map((plan) => ({ userId: plan.userId, eventId: event.id, seatIds: plan.seatIds, seatLimit: 6, expiresAt: until(plan.past) })),
  });
  for (const plan of plans) {
    await db.seat.updateMany({ where: { id: { in: plan.seatIds } }, data: { status: "HELD", heldBy: plan.userId, heldUntil: until(plan.past) } });
  }
  return plans.map(({ bookingId, bookingNumber, userId, orderId, totalPaise, fate }) => ({ bookingId, bookingNumber, userId, orderId, totalPaise, fate }));
}
