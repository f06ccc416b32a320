import { describe, expect, it } from "vitest";
import { expirePendingBookings } from "~/server/services/sale/bookings/expire-pending";
import { testBank } from "../harness/bank";
import { testDb } from "../harness/database";
import { makeSale } from "../harness/sale";
import { finish } from "./finish";
import { confirmed, givenBack, named, told, type Sale, type Way } from "./ways";

const db = testDb();
const bank = testBank(db);
const { gateway, misbehave } = bank;

const ways: Way[] = [
  {
    way: "the hold ran out while the bank was asking, and the seats are free",
    outcome: "the same seats, late",
    run: async (sale) => {
      await sale.payFor("late");
      await sale.runOut();
    },
    then: confirmed,
  },
  {
    way: "the hold ran out, and a job gave the seats up before the money came",
    outcome: "the same seats, late",
    run: async (sale) => {
      const { orderId } = await sale.order();
      await sale.runOut();
      await expirePendingBookings({ db });
      expect((await sale.read()).status).toBe("EXPIRED");
      await sale.api.payment.sandboxPay({ orderId, outcome: "success" });
    },
    then: confirmed,
  },
  {
    way: "the seats were taken meanwhile",
    outcome: "one refund, the buyer is told, the other keeps the seats",
    run: async (sale) => {
      const { orderId } = await sale.order();
      await sale.runOut();
      const rival = await makeSale(db, gateway, { event: sale, seats: 1 });
      await rival.buy();
      const paid = await sale.api.payment.sandboxPay({ orderId, outcome: "success" });
      await expect(sale.confirm(paid)).rejects.toMatchObject({ cause: { code: "BOOKING_EXPIRED" } });
      await expect(sale.confirm(paid)).rejects.toMatchObject({ cause: { code: "BOOKING_EXPIRED" } });
      expect((await rival.read()).status).toBe("CONFIRMED");
    },
    then: async (sale) => {
      expect(await givenBack(sale, "LATE_PAYMENT")).toMatchObject({ status: "EXPIRED" });
      expect(await told(db, "payment-late")).toBe(1);
    },
  },
  {
    way: "the buyer took the same seats again, and then the first payment came, and then the second",
    outcome: "the first is confirmed, the second booking ends and its money goes back",
    run: async (sale) => {
      const { orderId } = await sale.order();
      await sale.runOut();
      const again = await makeSale(db, gateway, { event: sale, buyer: sale.buyer });
      const second = await again.order();
      await sale.confirm(await sale.api.payment.sandboxPay({ orderId, outcome: "success" }));
      await sale.api.payment.sandboxPay({ orderId: second.orderId, outcome: "success" });
      await finish(db, bank);
      await givenBack(again, "BOOKING_CANCELLED");
    },
    then: confirmed,
  },
  {
    way: "the buyer bought six other seats meanwhile",
    outcome: "the limit stands: one refund",
    run: async (sale) => {
      const { orderId } = await sale.order();
      await sale.runOut();
      const { buyer } = sale;
      await (await makeSale(db, gateway, { event: sale, buyer, seats: 6, from: 10 })).buy();
      await sale.api.payment.sandboxPay({ orderId, outcome: "success" });
    },
    then: (sale) => givenBack(sale, "LATE_PAYMENT"),
  },
  {
    way: "the event was called off while the bank was asking",
    outcome: "one refund",
    run: async (sale) => {
      await sale.payFor();
      await db.event.update({ where: { id: sale.eventId }, data: { status: "CANCELLED" } });
    },
    then: (sale) => givenBack(sale, "LATE_PAYMENT"),
  },
  {
    way: "paid for a booking that was given up",
    outcome: "it does not come back: one refund",
    run: async (sale) => {
      const { orderId } = await sale.order();
      await sale.api.booking.cancel({ bookingId: sale.bookingId });
      await sale.api.payment.sandboxPay({ orderId, outcome: "success" });
    },
    then: async (sale) => expect(await givenBack(sale, "BOOKING_CANCELLED")).toMatchObject({ status: "CANCELLED" }),
  },
  {
    way: "paid twice from two tabs, the gateway gives the second back",
    outcome: "one booking, both payments explained, the buyer is told",
    run: async (sale) => {
      const [first, second] = [await sale.payFor(), await sale.payFor()];
      const results = await Promise.all([sale.confirm(first), sale.confirm(second)]);
      expect(results[0]).toEqual(results[1]);
    },
    then: paidTwice,
  },
  {
    way: "paid twice from two tabs, and nobody ever tells us of the second",
    outcome: "the job finds it, it goes back once, the buyer is told",
    run: async (sale) => {
      const [first] = [await sale.payFor(), await sale.payFor()];
      await sale.confirm(first);
      await db.$executeRaw`DELETE FROM "SandboxRecord" WHERE "parentId" = 'webhooks:waiting'`;
    },
    then: paidTwice,
  },
  {
    way: "paid twice from two tabs, and the first one's capture fails",
    outcome: "the second waits for it, so that the booking is not left without money",
    run: async (sale) => {
      await misbehave({ on: "capture", act: "error", times: 1 });
      const [first, second] = [await sale.payFor(), await sale.payFor()];
      await sale.confirm(first);
      await sale.confirm(second);
    },
    then: paidTwice,
  },
  {
    way: "paid twice from two tabs, and the gateway takes both",
    outcome: "one booking, the second payment goes back once, the buyer is told",
    run: async (sale) => {
      await misbehave({ on: "capture", act: "secondCapture" });
      const [first, second] = [await sale.payFor(), await sale.payFor()];
      const results = await Promise.all([sale.confirm(first), sale.confirm(second)]);
      expect(results[0]).toEqual(results[1]);
    },
    then: paidTwice,
  },
];

describe("late and double money", () => {
  it.each(named(ways))("%s", async (_, { run, then }) => {
    const sale = await makeSale(db, gateway);
    await run(sale);
    await finish(db, bank);
    await then(sale);
  });
});

async function paidTwice(sale: Sale) {
  const books = await sale.read();
  expect(books.status).toBe("CONFIRMED");
  expect(books.payments.map((payment) => payment.status).sort()).toEqual(["COMPLETED", "REFUNDED"]);
  expect(books.refunds).toMatchObject([{ status: "COMPLETED", amountPaise: books.totalPaise }]);
  expect(books.refunds[0]?.reason).toMatch(/^SECOND_PAYMENT:/);
  expect(await told(db, "payment-second")).toBe(1);
}
