import { describe, expect, it } from "vitest";
import { confirmBooking } from "~/server/services/sale/money/confirm-booking";
import { cancelEvent } from "~/server/services/events/cancel-event";
import { refundPart } from "~/server/services/sale/money/refunds/refund-as-organizer";
import { code, everyOrder } from "~/test/races/interleave/every-order";
import { testBank } from "../harness/bank";
import { testDb } from "../harness/database";
import { makeSale } from "../harness/sale";
import { finish } from "./finish";

const db = testDb();
const bank = testBank(db);
const { gateway } = bank;
/** Orders there must be at least: fewer trips leave fewer of them. */
const ENOUGH = 3;

const ORDERS = 8;

/** Transactions of different bookings are not Serializable (docs/decisions/0040): here they meet, statement by statement. */
describe("every order of two sessions about money", () => {
  it("late money against another buyer's for the same seats: one has them, the other all of its money", async () => {
    const count = await everyOrder(1, async () => {
      const late = await makeSale(db, gateway, { seats: 2 });
      const paidLate = await late.payFor();
      await late.runOut();
      const rival = await makeSale(db, gateway, { event: late, seats: 2 });
      const paid = await rival.payFor();
      await rival.runOut();
      return {
        a: (own) => confirmBooking({ db: own, gateway, actor: late.buyer, bookingId: late.bookingId, ...paidLate }),
        b: (own) => confirmBooking({ db: own, gateway, actor: rival.buyer, bookingId: rival.bookingId, ...paid }),
        check: async (a, b, order) => {
          expect([code(a), code(b)].sort(), order).toEqual(["BOOKING_EXPIRED", "OK"]);
          await finish(db, bank);
          const books = [await late.read(), await rival.read()];
          expect(books.map(({ status }) => status).sort(), order).toEqual(["CONFIRMED", "EXPIRED"]);
          const back = books.find(({ status }) => status === "EXPIRED");
          expect(back?.refunds, order).toMatchObject([{ amountPaise: 118_000, status: "COMPLETED" }]);
        },
      };
    }, ORDERS);
    expect(count).toBeGreaterThan(ENOUGH);
  });

  it("two parts of a price that together are more than it: one of them", async () => {
    await everyOrder(1, async () => {
      const sale = await makeSale(db, gateway);
      await sale.buy();
      const part = (requestKey: string) => ({
        gateway, actor: { id: sale.organizerId, role: "ORGANIZER" as const }, bookingId: sale.bookingId, amountPaise: 70_000, note: "The sound failed.", requestKey,
      });
      return {
        a: (own) => refundPart({ db: own, ...part("request-one") }),
        b: (own) => refundPart({ db: own, ...part("request-two") }),
        check: async (a, b, order) => {
          expect([code(a), code(b)].sort(), order).toEqual(["INVALID_INPUT", "OK"]);
          await finish(db, bank);
          expect(await sale.read(), order).toMatchObject({ status: "CONFIRMED", refunds: [{ amountPaise: 70_000, status: "COMPLETED" }] });
        },
      };
    }, ORDERS);
  });

  it("a payment against the event's end: seated and paid back, or paid back", async () => {
    await everyOrder(1, async () => {
      const sale = await makeSale(db, gateway);
      const paid = await sale.payFor();
      return {
        a: (own) => confirmBooking({ db: own, gateway, actor: sale.buyer, bookingId: sale.bookingId, ...paid }),
        b: (own) => cancelEvent({ db: own, gateway, actor: { id: sale.organizerId, role: "ORGANIZER" }, id: sale.eventId }),
        check: async (_, b, order) => {
          expect(code(b), order).toBe("OK");
          await finish(db, bank);
          const books = await sale.read();
          expect(["REFUNDED", "CANCELLED", "EXPIRED"], order).toContain(books.status);
          expect(books.refunds, order).toMatchObject([{ amountPaise: books.totalPaise, status: "COMPLETED" }]);
          expect(await db.seat.count({ where: { eventId: sale.eventId, status: { not: "AVAILABLE" } } }), order).toBe(0);
        },
      };
    }, ORDERS);
  });
});
