import { beforeEach, expect, it } from "vitest";
import { makeUser } from "~/test/factories";
import { testBank } from "~/test/harness/bank";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";
import { makeSale } from "~/test/harness/sale";

const db = testDb();
const bank = testBank(db);

let sale: Awaited<ReturnType<typeof makeSale>>;
let admin: ReturnType<typeof callerFor>["admin"];
let organizerId: string;
beforeEach(async () => {
  sale = await makeSale(db, bank.gateway);
  await sale.buy();
  organizerId = sale.event.organizerId;
  admin = callerFor(await makeUser(db, { role: "ADMIN" })).admin;
});

const hold = async () =>
  callerFor(await makeUser(db))
    .seatLock.holdBest({ eventId: sale.event.id, count: 1 })
    .then(() => "held", (error: { cause?: { code?: string } }) => error.cause?.code);
const told = () => db.outboxMessage.count({ where: { template: "event-paused" } });

it("takes the events of who is suspended off sale at once, tells who has tickets, and puts them back", async () => {
  const soon = new Date(Date.now() + 3_600_000);
  await db.event.update({ where: { id: sale.event.id }, data: { offSaleAt: soon } });
  expect(await hold()).toBe("held");
  await admin.setSuspended({ userId: organizerId, suspended: true });
  expect(await hold()).toBe("NOT_ON_SALE");
  expect(await told()).toBe(1);
  expect(await db.notification.count({ where: { type: "event-paused" } })).toBe(1);
  await admin.setSuspended({ userId: organizerId, suspended: false });
  expect(await hold()).toBe("held");
  expect(await db.event.findUniqueOrThrow({ where: { id: sale.event.id } })).toMatchObject({ offSaleAt: soon, pausedAt: null });
});

it("does so too for who is no organizer any more, until they are one again", async () => {
  await admin.setRole({ userId: organizerId, role: "USER" });
  expect(await hold()).toBe("NOT_ON_SALE");
  await admin.setSuspended({ userId: organizerId, suspended: true });
  await admin.setSuspended({ userId: organizerId, suspended: false });
  expect(await hold()).toBe("NOT_ON_SALE");
  expect(await told()).toBe(1);
  await admin.setRole({ userId: organizerId, role: "ORGANIZER" });
  expect(await hold()).toBe("held");
});

it("puts nothing back on sale of who is suspended still", async () => {
  await admin.setSuspended({ userId: organizerId, suspended: true });
  await admin.setRole({ userId: organizerId, role: "USER" });
  await admin.setRole({ userId: organizerId, role: "ORGANIZER" });
  expect(await hold()).toBe("NOT_ON_SALE");
});

it("keeps the time that was set where sales had ended before", async () => {
  const before = new Date(Date.now() - 3_600_000);
  await db.event.update({ where: { id: sale.event.id }, data: { offSaleAt: before } });
  await admin.setSuspended({ userId: organizerId, suspended: true });
  await admin.setSuspended({ userId: organizerId, suspended: false });
  expect(await db.event.findUniqueOrThrow({ where: { id: sale.event.id } })).toMatchObject({ offSaleAt: before });
});
