import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/domain/permissions";
import { cancelBooking } from "~/server/services/sale/money/cancel-booking";
import { confirmBooking } from "~/server/services/sale/money/confirm-booking";
import { createBooking } from "~/server/services/sale/bookings/create-booking";
import { expirePendingBookings } from "~/server/services/sale/bookings/expire-pending";
import { holdSeats } from "~/server/services/sale/seats/hold-seats";
import { releaseExpiredHolds } from "~/server/services/sale/seats/release-expired-holds";
import { makeEvent, makeUser } from "~/test/factories";
import { testBank } from "~/test/harness/bank";
import { testDb } from "~/test/harness/database";
import { makeSale } from "~/test/harness/sale";
import { passTime } from "~/test/harness/time";
import { code, everyOrder } from "./every-order";
import type { Session } from "./interleavings";

const db = testDb();
const bank = testBank(db);
const { gateway } = bank;
/** Orders there must be at least: fewer trips leave fewer of them. */
const ENOUGH = 2;

async function bookedOnce(seatIds: string[]): Promise<void> {
  const items = await db.bookingItem.groupBy({ by: ["seatId"], where: { live: true, seatId: { in: seatIds } }, _count: true });
  for (const item of items) expect(item._count).toBe(1);
  for (const seat of await db.seat.findMany({ where: { id: { in: seatIds } } })) {
    expect(seat.status === "BOOKED").toBe(items.some((item) => item.seatId === seat.id));
  }
}

describe("every order of two sessions' statements", () => {
  let asha: Actor;
  let biju: Actor;
  beforeEach(() => {
    asha = { id: "asha", role: "USER" };
    biju = { id: "biju", role: "USER" };
  });

  it("hold against hold: one of the two has the seat", async () => {
    const count = await everyOrder(99, async () => {
      const { event, seats } = await makeEvent(db, { sections: [{ name: "Box", rowCount: 1, seatsPerRow: 4 }] });
      const ids = seats.map((seat) => seat.id);
      const hold = (actor: Actor, ...seatIds: string[]): Session => (own) => holdSeats({ db: own, actor, eventId: event.id, seatIds, chosenBy: "us" });
      return {
        a: hold(asha, ids[0]!, ids[1]!),
        b: hold(biju, ids[1]!, ids[2]!),
        check: async (a, b, order) => {
          expect([code(a), code(b)].sort(), order).toEqual(["OK", "SEAT_TAKEN"]);
          const held = await db.seat.findMany({ where: { status: "HELD" } });
          expect(held, order).toHaveLength(2);
          expect(new Set(held.map((seat) => seat.heldBy)).size, order).toBe(1);
          expect(await db.seatHold.count(), order).toBe(1);
        },
      };
    });
    expect(count).toBeGreaterThanOrEqual(ENOUGH);
  });

  it("hold against expiry: the next buyer gets a seat whose time is over, whatever the job does meanwhile", async () => {
    const count = await everyOrder(2, async () => {
      const { event, seats } = await makeEvent(db, { sections: [{ name: "Box", rowCount: 1, seatsPerRow: 4 }] });
      const seatIds = [seats[0]!.id];
      await holdSeats({ db, actor: asha, eventId: event.id, seatIds });
      await passTime(db, { userId: asha.id, eventId: event.id }, 601);
      return {
        a: (own) => holdSeats({ db: own, actor: biju, eventId: event.id, seatIds, chosenBy: "us" }),
        b: (own) => releaseExpiredHolds({ db: own }),
        check: async (a, b, order) => {
          // Skipping a row that the job has locked says "taken" where waiting would say "free": never the other way.
          expect(["OK", "SEAT_TAKEN"], order).toContain(code(a));
          expect(code(b), order).toBe("OK");
          const seat = await db.seat.findUniqueOrThrow({ where: { id: seatIds[0] } });
          expect([seat.status, seat.heldBy], order).toEqual(a.ok ? ["HELD", biju.id] : ["AVAILABLE", null]);
        },
      };
    });
    expect(count).toBeGreaterThanOrEqual(ENOUGH);
  });

  it("booking against the end of its hold: booked, or told that time ran out", async () => {
    await everyOrder(2, async () => {
      const buyer = await makeUser(db, { id: "asha" });
      const { event, seats } = await makeEvent(db, { sections: [{ name: "Box", rowCount: 1, seatsPerRow: 4 }] });
      const seatIds = [seats[0]!.id];
      await holdSeats({ db, actor: buyer, eventId: event.id, seatIds });
      await passTime(db, { userId: buyer.id, eventId: event.id }, 601);
      return {
        a: (own) => createBooking({ db: own, actor: buyer, eventId: event.id, seatIds }),
        b: (own) => holdSeats({ db: own, actor: biju, eventId: event.id, seatIds, chosenBy: "us" }),
        check: async (a, b, order) => {
          expect(code(a), order).toBe("HOLD_EXPIRED");
          expect(["OK", "SEAT_TAKEN"], order).toContain(code(b));
          expect(await db.booking.count(), order).toBe(0);
        },
      };
    });
  });

  it("confirm against expiry: paid means seated or paid back, and the seat is sold once", async () => {
    const count = await everyOrder(1, async () => {
      const sale = await makeSale(db, gateway, { seats: 1 });
      const paid = await sale.payFor();
      await sale.runOut();
      return {
        a: (own) => confirmBooking({ db: own, gateway, actor: sale.buyer, bookingId: sale.bookingId, ...paid }),
        b: (own) => expirePendingBookings({ db: own }),
        check: async (a, b, order) => {
          expect(code(b), order).toBe("OK");
          expect(code(a), order).toBe("OK");
          expect((await sale.read()).status, order).toBe("CONFIRMED");
          await bookedOnce(sale.seatIds);
        },
      };
    });
    expect(count).toBeGreaterThanOrEqual(ENOUGH);
  });

  it("confirm against cancel: confirmed and then perhaps cancelled with its money back, never half of each", async () => {
    const count = await everyOrder(1, async () => {
      const sale = await makeSale(db, gateway, { seats: 1 });
      const paid = await sale.payFor();
      return {
        a: (own) => confirmBooking({ db: own, gateway, actor: sale.buyer, bookingId: sale.bookingId, ...paid }),
        b: (own) => cancelBooking({ db: own, gateway, actor: sale.buyer, bookingId: sale.bookingId }),
        check: async (a, b, order) => {
          const booking = await sale.read();
          const seats = await sale.readSeats();
          await bookedOnce(sale.seatIds);
          const back = booking.refunds.reduce((sum, refund) => sum + refund.amountPaise, 0);
          if (booking.status === "CONFIRMED") {
            expect([code(a), back], order).toEqual(["OK", 0]);
          } else {
            expect(booking.status, order).toBe("CANCELLED");
            expect(seats.map((seat) => seat.status), order).toEqual(["AVAILABLE"]);
            expect(back, order).toBe(booking.totalPaise);
            expect(code(b), order).toBe("OK");
          }
        },
      };
    });
    expect(count).toBeGreaterThanOrEqual(ENOUGH);
  });

  it("create against create at another event: a coupon that is once a buyer is used once", async () => {
    await everyOrder(1, async () => {
      const buyer = await makeUser(db, { id: "asha" });
      const day = 86_400_000;
      const terms = { code: "WELCOME", type: "PERCENTAGE" as const, value: 1_000, perBuyerLimit: 1 };
      await db.coupon.create({ data: { ...terms, validFrom: new Date(Date.now() - day), validUntil: new Date(Date.now() + day) } });
      const book = async (): Promise<Session> => {
        const { event, seats } = await makeEvent(db, { sections: [{ name: "Box", rowCount: 1, seatsPerRow: 4 }] });
        const wanted = { actor: buyer, eventId: event.id, seatIds: [seats[0]!.id] };
        await holdSeats({ db, ...wanted });
        return (own) => createBooking({ db: own, ...wanted, couponCode: "WELCOME" });
      };
      return {
        a: await book(),
        b: await book(),
        check: async (a, b, order) => {
          expect([code(a), code(b)].sort(), order).toEqual(["COUPON_EXHAUSTED", "OK"]);
          expect((await db.coupon.findFirstOrThrow()).usedCount, order).toBe(1);
        },
      };
    }, 60);
  });
});
