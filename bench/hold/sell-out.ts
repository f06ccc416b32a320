import { AppError } from "~/domain/errors";
import { seatId } from "~/domain/seating/seat-id";
import type { Db } from "~/server/db/db";
import type { PaymentGateway } from "~/server/gateways/payment";
import { confirmBooking } from "~/server/services/sale/money/confirm-booking";
import { createBooking } from "~/server/services/sale/bookings/create-booking";
import { freeOrderId } from "~/server/services/sale/money/create-order";
import { holdSeats } from "~/server/services/sale/seats/hold-seats";
import { countConflicts } from "./conflicts";
import { controlBook } from "./control/book";
import { controlConfirm } from "./control/confirm";
import type { ControlDb } from "./control/database";
import { controlHold } from "./control/hold";
import { EVENT_ID, SERIAL, type HoldFixture } from "./fixture";

/** One buyer's way to one seat that costs nothing; throws where somebody was quicker. */
export type Purchase = (userId: string, seat: string) => Promise<void>;

export type SoldOut = {
  seats: number;
  buyers: number;
  seconds: number;
  /** Purchases that came through, a second; the losers' time is in it. */
  perSecond: number;
  sold: number;
  /** Seats in more than one live item; must be 0. */
  oversold: number;
  /** Seats that nobody has in the end though two wanted each; must be 0. */
  leftOver: number;
  /** Answers of BUSY, after all of the product's own tries; must be 0. */
  busy: number;
  /** Transactions that PostgreSQL refused and the product ran again, a purchase. */
  conflictsPerPurchase: number;
  refusals: Record<string, number>;
};

const noGateway = { name: "sandbox" } as PaymentGateway;

/** Hold, create, confirm, through the product's services. */
export const throughTheShop = (db: Db): Purchase => async (userId, seat) => {
  const actor = { id: userId, role: "USER" as const };
  await holdSeats({ db, actor, eventId: EVENT_ID, seatIds: [seat], chosenBy: "us" });
  const { bookingId } = await createBooking({ db, actor, eventId: EVENT_ID, seatIds: [seat] });
  const free = { orderId: freeOrderId(bookingId), paymentId: "free", signature: "" };
  await confirmBooking({ db, gateway: noGateway, actor, bookingId, ...free });
};

/** The same as it was: control/README.md. */
export const asItWas = (db: ControlDb): Purchase => async (userId, seat) => {
  await controlHold({ db, userId, eventId: EVENT_ID, seatId: seat });
  const { bookingId } = await controlBook({ db, userId, eventId: EVENT_ID, seatId: seat });
  await controlConfirm({ db, userId, bookingId });
};

/** Two buyers for each seat, until everything is sold; the sale's tables are empty at the start. */
export async function sellOut(options: {
  buy: Purchase;
  fixture: HoldFixture;
  seats: number;
  workers: number;
}): Promise<SoldOut> {
  const { buy, fixture, seats, workers } = options;
  const { pool } = fixture;
  await fixture.empty();
  // What costs nothing needs no bank: measured is the seats' way, not the sandbox's.
  await pool.query(`UPDATE "Seat" SET "pricePaise" = 0 WHERE ordinal < $1 AND "pricePaise" <> 0`, [seats]);
  await fixture.makeBuyers("sell", seats * 2);
  const refusals: Record<string, number> = {};
  const conflicts = countConflicts();
  let next = 0;
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: workers }, async () => {
      for (let buyer = next++; buyer < seats * 2; buyer = next++) {
        await retrying(refusals, () => buy(`sell-${buyer}`, seatId(SERIAL, Math.floor(buyer / 2))));
      }
    }),
  );
  const seconds = (performance.now() - startedAt) / 1_000;
  conflicts.stop();
  const { rows } = await pool.query<{ sold: number; twice: number; left: number }>(
    `SELECT (SELECT count(*)::int FROM "BookingItem" WHERE live) AS sold,
            (SELECT count(*)::int FROM (SELECT 1 FROM "BookingItem" WHERE live GROUP BY "seatId" HAVING count(*) > 1) x) AS twice,
            (SELECT count(*)::int FROM "Seat" WHERE ordinal < $1 AND status <> 'BOOKED') AS left`,
    [seats],
  );
  const { sold = 0, twice: oversold = 0, left: leftOver = 0 } = rows[0] ?? {};
  const perPurchase = conflicts.count() / Math.max(1, sold);
  return {
    seats, buyers: seats * 2, seconds, perSecond: sold / seconds, sold, oversold, leftOver,
    busy: refusals.BUSY ?? 0, conflictsPerPurchase: perPurchase, refusals,
  };
}

/** As a page does: BUSY is tried again, a taken seat is a lost one. */
async function retrying(refusals: Record<string, number>, work: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const code = error instanceof AppError ? error.code : String(error).slice(0, 200);
      refusals[code] = (refusals[code] ?? 0) + 1;
      if (code !== "BUSY") return;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 50));
    }
  }
}
