import { seatId } from "~/domain/seating/seat-id";
import type { Db } from "~/server/db/db";
import type { PaymentGateway } from "~/server/gateways/payment";
import { confirmBooking } from "~/server/services/sale/money/confirm-booking";
import { createBooking } from "~/server/services/sale/bookings/create-booking";
import { createOrder } from "~/server/services/sale/money/create-order";
import { sandboxPay } from "~/server/services/sale/money/sandbox-pay";
import { holdSeats } from "~/server/services/sale/seats/hold-seats";
import { quantile } from "../closed-loop";
import { countConflicts } from "./conflicts";
import { EVENT_ID, SERIAL, type HoldFixture } from "./fixture";

const CODE = "ONSALE";
/** Beyond the seats that cost nothing. */
const FIRST_ORDINAL = 30_000;
const HOLDERS_AT_ONCE = 16;

export type Paid = {
  /** Purchases a second, from booking.create to CONFIRMED. */
  perSecond: number;
  /** Milliseconds of one of them. */
  p50Ms: number;
  p99Ms: number;
  confirmed: number;
  conflictsPerPurchase: number;
  failures: string[];
};

/**
 * Buyers who hold their seats already book them with a coupon that all of them use, pay in the sandbox bank of the
 * running shop over HTTP (order, dialog, payment, capture; its webhooks come back to the shop meanwhile), and are
 * confirmed. The services run in this process, as in the other measurements.
 */
export async function paid(options: {
  db: Db;
  gateway: PaymentGateway;
  fixture: HoldFixture;
  seatsEach: number;
  purchases: number;
  workers: number;
}): Promise<Paid> {
  const { db, gateway, fixture, seatsEach, purchases, workers } = options;
  await fixture.empty();
  await makeCoupon(fixture);
  await fixture.makeBuyers("paid", purchases);
  const buyers = Array.from({ length: purchases }, (_, buyer) => ({
    actor: { id: `paid-${buyer}`, role: "USER" as const },
    seatIds: Array.from({ length: seatsEach }, (_, seat) => seatId(SERIAL, FIRST_ORDINAL + buyer * seatsEach + seat)),
  }));
  const eventId = EVENT_ID;
  await each(buyers, HOLDERS_AT_ONCE, ({ actor, seatIds }) => holdSeats({ db, actor, eventId, seatIds, chosenBy: "us" }));

  const latencies: number[] = [];
  const failures: string[] = [];
  const conflicts = countConflicts();
  const startedAt = performance.now();
  await each(buyers, workers, async ({ actor, seatIds }) => {
    const began = performance.now();
    try {
      const { bookingId } = await createBooking({ db, actor, eventId, seatIds, couponCode: CODE });
      const { orderId } = await createOrder({ db, gateway, actor, bookingId, method: "card" });
      const answer = await sandboxPay({ db, gateway, actor, orderId, outcome: "success" });
      await confirmBooking({ db, gateway, actor, bookingId, ...answer });
      latencies.push(performance.now() - began);
    } catch (error) {
      failures.push(String(error).slice(0, 200));
    }
  });
  const seconds = (performance.now() - startedAt) / 1_000;
  conflicts.stop();
  await webhooksDelivered(fixture);
  const { rows } = await fixture.pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM "Booking" WHERE status = 'CONFIRMED'`);
  const confirmed = rows[0]?.n ?? 0;
  latencies.sort((a, b) => a - b);
  return {
    perSecond: latencies.length / seconds,
    p50Ms: quantile(latencies, 0.5),
    p99Ms: quantile(latencies, 0.99),
    confirmed,
    conflictsPerPurchase: conflicts.count() / Math.max(1, confirmed),
    failures: [...new Set(failures)].slice(0, 5),
  };
}

/** A tenth off, once a buyer, and counted: the row that all of them want. */
async function makeCoupon({ pool }: HoldFixture): Promise<void> {
  await pool.query(
    `INSERT INTO "Coupon" (id, code, type, value, "validFrom", "validUntil", "usageLimit", "perBuyerLimit")
     VALUES ('bench-coupon', $1, 'PERCENTAGE', 1000, now() - interval '1 day', now() + interval '1 day', 1000000, 1)`,
    [CODE],
  );
}

/** The bank's webhooks are a part of the work, and none of the next round's. */
async function webhooksDelivered({ pool }: HoldFixture): Promise<void> {
  for (let waited = 0; waited < 100; waited++) {
    const { rows } = await pool.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM "SandboxRecord" WHERE "parentId" = 'webhooks:waiting'`,
    );
    if (rows[0]?.n === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function each<T>(all: readonly T[], atOnce: number, work: (one: T) => Promise<unknown>): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let at = next++; at < all.length; at = next++) await work(all[at]!);
    }),
  );
}
