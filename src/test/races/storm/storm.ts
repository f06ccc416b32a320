import type { Actor } from "~/domain/permissions";
import type { Db } from "~/server/db/db";
import type { PaymentGateway } from "~/server/gateways/payment";
import { cancelBooking } from "~/server/services/sale/money/cancel-booking";
import { confirmBooking } from "~/server/services/sale/money/confirm-booking";
import { createBooking } from "~/server/services/sale/bookings/create-booking";
import { expirePendingBookings } from "~/server/services/sale/bookings/expire-pending";
import { auditBooks } from "~/server/services/integrity/audit-books";
import { freeOrderId } from "~/server/services/sale/money/create-order";
import { extendHold } from "~/server/services/sale/seats/extend-hold";
import { holdSeats } from "~/server/services/sale/seats/hold-seats";
import { releaseExpiredHolds } from "~/server/services/sale/seats/release-expired-holds";
import { releaseSeats } from "~/server/services/sale/bookings/release-seats";
import { makeEvent, makeUser } from "~/test/factories";
import { sleep, unleash } from "./chaos";
import { checkSeat } from "./check-seat";
import { History, saysNo, type Call } from "./history";
import { seeded, type Random } from "./random";

export type StormOptions = {
  /** Clients with pools of their own, as several processes would have. */
  dbs: Db[];
  /** A connection that is not killed. */
  admin: Db;
  seed: number;
  /** Calls altogether. */
  ops: number;
  buyers: number;
  seats: number;
  /** How many of each expiry job run: none, one, or two at once. */
  jobs: number;
  /** Mean number of calls between killed connections; 0: none. */
  killEvery: number;
  /** Goes on past `ops`, to five times as many at most, until this many calls were done; 0 by default. */
  enough?: number;
};

export type StormReport = {
  seed: number;
  calls: number;
  done: number;
  failed: Record<string, number>;
  unknown: number;
  kills: number;
  /** Seats whose history has no legal order. */
  violations: { seat: string; calls: Call[] }[];
  /** Rules of the audit that are broken. */
  broken: string[];
};

/** No gateway is asked about bookings that cost nothing: the money has a storm of its own. */
const noGateway = { name: "sandbox" } as PaymentGateway;

/**
 * Buyers who hold, extend, release, book, pay and cancel the same few seats at once while jobs, killed connections,
 * lost answers and wrong clocks do their worst; then each seat's history is searched for a legal order and the books
 * are audited. The same seed gives the same wishes; what meets what is the machine's affair.
 */
export async function runStorm(options: StormOptions): Promise<StormReport> {
  const { admin } = options;
  const rowSize = 20;
  const { event, seats } = await makeEvent(admin, {
    basePricePaise: 0,
    orphanRule: "OFF",
    sections: [{ name: "Floor", rowCount: Math.ceil(options.seats / rowSize), seatsPerRow: rowSize }],
  });
  const ids = seats.slice(0, options.seats).map((seat) => seat.id);
  const people = await Promise.all(Array.from({ length: options.buyers }, () => makeUser(admin)));
  const wallStart = Date.now() - performance.now();
  const history = new History(() => performance.now());
  const chaos = unleash({ admin, random: seeded(options.seed + 1), killEvery: options.killEvery, calls: () => history.calls.length });
  const { enough = 0 } = options;

  let left = options.ops;
  let running = true;
  const jobs = Array.from({ length: options.jobs }, async (_, i) => {
    while (running) {
      const db = options.dbs[i % options.dbs.length]!;
      await releaseExpiredHolds({ db }).catch(() => undefined);
      await expirePendingBookings({ db }).catch(() => undefined);
      await sleep(50);
    }
  });
  await Promise.all(
    people.map(async (person, i) => {
      const buyer = new Buyer(person, event.id, ids, options.dbs[i % options.dbs.length]!, history, wallStart, seeded(options.seed + 100 + i));
      while (left-- > 0 || (history.done < enough && left > -4 * options.ops)) await buyer.act();
    }),
  );
  running = false;
  await Promise.all(jobs);
  await chaos.stop();

  const violations = ids.flatMap((seat) => {
    const calls = checkSeat(seat, history.calls);
    return calls ? [{ seat, calls }] : [];
  });
  const audit = await auditBooks({ db: admin });
  const failed: Record<string, number> = {};
  for (const call of history.calls) if (call.code) failed[call.code] = (failed[call.code] ?? 0) + 1;
  return {
    seed: options.seed,
    calls: history.calls.length,
    done: history.done,
    failed,
    unknown: history.calls.filter((call) => call.outcome === "unknown").length,
    kills: chaos.kills(),
    violations,
    broken: audit.rules.filter((rule) => rule.broken > 0).map((rule) => `${rule.name}: ${JSON.stringify(rule.examples.slice(0, 2))}`),
  };
}

/** One person with a mind of their own; remembers what they were told, which is not always what happened. */
class Buyer {
  private held: string[] = [];
  private booked: { bookingId: string; seats: string[]; paid: boolean } | null = null;

  constructor(
    private readonly actor: Actor,
    private readonly eventId: string,
    private readonly ids: string[],
    private readonly db: Db,
    private readonly history: History,
    private readonly wallStart: number,
    private readonly random: Random,
  ) {}

  async act(): Promise<void> {
    const roll = this.random.next();
    if (this.booked?.paid) return this.cancel();
    if (this.booked && roll < 0.6) return this.confirm();
    if (this.booked && roll < 0.7) return this.cancel();
    if (this.held.length > 0 && roll < 0.5) return this.book();
    if (this.held.length > 0 && roll < 0.65) return this.release();
    if (this.held.length > 0 && roll < 0.75) return this.extend();
    if (roll > 0.97) await sleep(1_100);
    return this.hold();
  }

  private call<T>(wanted: Call["wanted"], seats: string[], work: () => Promise<T>, read: (result: T) => { seats?: string[]; until?: number }) {
    return this.history.record({ buyer: this.actor.id, wanted, seats }, work, read);
  }

  private on(date: Date | null): number | undefined {
    return date ? date.getTime() - this.wallStart : undefined;
  }

  private async hold(): Promise<void> {
    const at = this.random.below(this.ids.length);
    const seats = this.ids.slice(at, at + 1 + this.random.below(3));
    const { db, actor, eventId } = this;
    const result = await this.call("hold", seats, () => holdSeats({ db, actor, eventId, seatIds: seats }), (held) => ({ until: this.on(held.holdExpiresAt) }));
    if (result) this.held = result.seatIds.filter((id) => !this.booked?.seats.includes(id));
  }

  private async release(): Promise<void> {
    const seats = this.held;
    this.held = [];
    const { db, actor, eventId } = this;
    await this.call("release", seats, () => releaseSeats({ db, actor, eventId, seatIds: seats }), () => ({}));
  }

  private async extend(): Promise<void> {
    const { db, actor, eventId } = this;
    const open = this.held;
    await this.call("extend", open, () => extendHold({ db, actor, eventId }), (result) => ({ until: this.on(result.holdExpiresAt) }));
  }

  private async book(): Promise<void> {
    const seats = this.held;
    const { db, actor, eventId } = this;
    const idempotencyKey = `key-${this.random.next()}`;
    const send = () => createBooking({ db, actor, eventId, seatIds: seats, idempotencyKey });
    // Now and then the button is pressed twice.
    const result = await this.call(
      "book",
      seats,
      () => (this.random.chance(0.2) ? twice(send) : send()),
      (booking) => ({ until: this.on(booking.expiresAt) }),
    );
    this.held = [];
    if (result) this.booked = { bookingId: result.bookingId, seats, paid: false };
  }

  private async confirm(): Promise<void> {
    const { db, actor, booked } = this;
    if (!booked) return;
    const { bookingId, seats } = booked;
    const send = () => confirmBooking({ db, gateway: noGateway, actor, bookingId, orderId: freeOrderId(bookingId), paymentId: "free", signature: "" });
    const result = await this.call("confirm", seats, () => (this.random.chance(0.3) ? twice(send) : send()), () => ({}));
    this.booked = result ? { ...booked, paid: true } : null;
  }

  private async cancel(): Promise<void> {
    const { db, actor, booked } = this;
    if (!booked) return;
    this.booked = null;
    await this.call("cancel", booked.seats, () => cancelBooking({ db, gateway: noGateway, actor, bookingId: booked.bookingId }), () => ({}));
  }
}

/** The same request at once: done where either was, unknown where either may have been, else what they said. */
async function twice<T>(send: () => Promise<T>): Promise<T> {
  const answers = await Promise.allSettled([send(), send()]);
  const done = answers.find((answer) => answer.status === "fulfilled");
  if (done) return done.value;
  const errors = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason as unknown] : []));
  throw errors.find((error) => !saysNo(error)) ?? errors[0];
}
