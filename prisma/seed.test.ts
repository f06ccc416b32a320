import { compare } from "bcryptjs";
import { beforeAll, describe, expect, it } from "vitest";
import { eventCategories } from "~/domain/event-state";
import { quote } from "~/domain/pricing";
import { env } from "~/env";
import { auditBooks } from "~/server/services/integrity/audit-books";
import { renderMail } from "~/server/services/mail/render";
import { testDb } from "~/test/harness/database";
import { accounts, DEMO_PASSWORD } from "./demo/people";
import { seed } from "./seed";

const db = testDb({ reset: "file" });
const lines: string[] = [];

/** Rows that break a rule. */
const broken = (sql: string) => db.$queryRawUnsafe<unknown[]>(sql);

async function counts(): Promise<Record<string, number>> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`;
  const rows = await Promise.all(
    tables.map(async ({ name }) => {
      const [row] = await db.$queryRawUnsafe<{ n: number }[]>(`SELECT count(*)::int AS n FROM "${name}"`);
      return [name, row!.n] as const;
    }),
  );
  return Object.fromEntries(rows);
}

describe("the demo data", () => {
  // Two at once, as two processes that start on one empty database.
  beforeAll(async () => {
    const one = { databaseUrl: env.DATABASE_URL, log: (line: string) => void lines.push(line) };
    await Promise.all([seed(one), seed(one)]);
  });

  it("is written once, however many begin, and never again", async () => {
    expect(lines.filter((line) => line.startsWith("Demo data: "))).toHaveLength(1);
    const before = await counts();
    await seed({ databaseUrl: env.DATABASE_URL, log: (line) => void lines.push(line) });
    expect(await counts()).toEqual(before);
    expect(lines.at(-1)).toMatch(/in use already/);
  });

  it("is a shop full of events", async () => {
    const events = await db.event.findMany({ include: { sections: true, organizer: true } });
    expect(events.length).toBeGreaterThanOrEqual(24);
    expect(new Set(events.map((event) => event.category))).toEqual(new Set(eventCategories));
    expect(new Set(events.map((event) => event.slug)).size).toBe(events.length);
    expect(events.filter((event) => event.sections.length === 0)).toEqual([]);
    expect(new Set(events.map((event) => event.status)).size).toBe(4);
    const demo = events.filter((event) => event.organizer.email === "organizer@aisle.test").length;
    expect(demo / events.length).toBeGreaterThan(0.4);
    expect(demo / events.length).toBeLessThan(0.7);
    expect(await db.venue.count()).toBeGreaterThanOrEqual(8);
    expect(await db.seat.count()).toBeGreaterThanOrEqual(60_000);
    expect(await db.coupon.count()).toBe(4);
  });

  it("lets the demo people in", async () => {
    for (const { email, role } of accounts) {
      const user = await db.user.findUniqueOrThrow({ where: { email } });
      expect(user.role).toBe(role);
      expect(await compare(DEMO_PASSWORD, user.passwordHash)).toBe(true);
    }
  });

  it("gives the demo buyer a past and a future", async () => {
    const buyer = await db.user.findUniqueOrThrow({ where: { email: "buyer@aisle.test" } });
    const bookings = await db.booking.findMany({ where: { userId: buyer.id }, include: { event: true } });
    const when = bookings.map(
      ({ status, event }) => `${status} ${event.startsAt > new Date() ? "ahead" : "over"}`,
    );
    expect(when.sort()).toEqual([
      "CANCELLED ahead",
      "CONFIRMED ahead",
      "CONFIRMED ahead",
      "CONFIRMED over",
      "CONFIRMED over",
    ]);
    expect(await db.notification.count({ where: { userId: buyer.id, readAt: null } })).toBeGreaterThan(0);
    expect(await db.review.count({ where: { userId: buyer.id } })).toBe(1);
    const mails = await db.outboxMessage.findMany();
    expect(mails).toHaveLength(await db.notification.count());
    for (const { template, payload } of mails) expect(renderMail(template, payload).text).toContain("Aanya Deshmukh");
    expect(mails.filter(({ status, createdAt, sentAt }) => status !== "SENT" || createdAt > new Date() || !sentAt)).toEqual([]);
  });

  it("sells nearly every event to some, one to all, one not yet", async () => {
    const events = await db.$queryRaw<{ title: string; share: number; open: boolean; onSaleAt: Date }[]>`
      SELECT e.title, avg((s.status = 'BOOKED')::int)::float AS share, e."onSaleAt",
             e.status = 'PUBLISHED' AND e."startsAt" > now() AS open
        FROM "Event" e JOIN "Seat" s ON s."eventId" = e.id GROUP BY e.id`;
    const open = events.filter((event) => event.open);
    expect(open.filter((event) => event.share === 1)).toHaveLength(1);
    expect(open.filter((event) => event.share >= 0.9 && event.share < 1)).toHaveLength(1);
    const [later, ...more] = open.filter((event) => event.share === 0);
    expect(more).toEqual([]);
    expect(later!.onSaleAt.getTime()).toBeGreaterThan(Date.now());
    expect(open.filter((event) => event.share > 0.05 && event.share < 0.75).length).toBeGreaterThanOrEqual(
      open.length - 3,
    );
  });

  it("stands the audit", async () => {
    const { rules } = await auditBooks({ db });
    expect(rules.filter((rule) => rule.broken > 0)).toEqual([]);
    expect(await db.seat.count({ where: { status: "HELD" } })).toBe(0);
    expect(
      await broken(`
        SELECT e.id FROM "Event" e
         WHERE e."seatCount" <> (SELECT count(*) FROM "Seat" s WHERE s."eventId" = e.id)`),
    ).toEqual([]);
  });

  it("writes of each seat what the seat says, at the product's prices", async () => {
    expect(
      await broken(`
        SELECT i.id FROM "BookingItem" i JOIN "Booking" b ON b.id = i."bookingId" JOIN "Seat" s ON s.id = i."seatId"
         WHERE i."eventId" <> b."eventId" OR s."eventId" <> b."eventId" OR s."sectionId" <> i."sectionId"
            OR s."rowLabel" <> i."rowLabel" OR s."seatLabel" <> i."seatLabel" OR s."pricePaise" <> i."pricePaise"`),
    ).toEqual([]);
    const sample = await db.booking.findMany({ take: 400, include: { items: true, coupon: true } });
    for (const { items, coupon, ...booking } of sample) {
      const lines = items.map((item) => ({
        ...item,
        section: item.sectionName,
        row: item.rowLabel,
        seat: item.seatLabel,
      }));
      const { subtotalPaise, discountPaise, taxPaise, totalPaise } = quote(lines, coupon);
      expect(booking).toMatchObject({ subtotalPaise, discountPaise, taxPaise, totalPaise });
    }
  });

  it("has a bank that agrees with the shop", async () => {
    expect(
      await broken(`
        SELECT p.id FROM "Payment" p
          LEFT JOIN "SandboxRecord" bank ON bank.id = p."gatewayPaymentId" AND bank.kind = 'payment'
          LEFT JOIN "SandboxRecord" o ON o.id = p."orderId" AND o.kind = 'order'
         WHERE (bank.body->>'amount')::int IS DISTINCT FROM p."amountPaise" OR bank."parentId" <> p."orderId"
            OR (bank.body->>'amount_refunded')::int <> p."refundedPaise" OR (o.body->>'amount')::int <> p."amountPaise"
            OR (o.body->>'status' = 'paid') <> (p."capturedPaise" > 0)`),
    ).toEqual([]);
    expect(
      await broken(`
        SELECT r.id FROM "Refund" r JOIN "Payment" p ON p.id = r."paymentId"
          LEFT JOIN "SandboxRecord" bank ON bank.id = r."gatewayRefundId" AND bank.kind = 'refund'
         WHERE (bank.body->>'amount')::int IS DISTINCT FROM r."amountPaise" OR bank."parentId" <> p."gatewayPaymentId"
            OR bank."idempotencyKey" <> r."idempotencyKey"`),
    ).toEqual([]);
  });

  it("uses every coupon, and lets only those review who were there", async () => {
    expect(await broken(`SELECT code FROM "Coupon" WHERE "usedCount" = 0`)).toEqual([]);
    expect(
      await broken(`
        SELECT r.id FROM "Review" r JOIN "Event" e ON e.id = r."eventId"
         WHERE e.status <> 'COMPLETED' OR r."createdAt" < e."endsAt" OR r."createdAt" > now()
            OR NOT EXISTS (SELECT 1 FROM "Booking" b WHERE b."eventId" = r."eventId" AND b."userId" = r."userId" AND b.status = 'CONFIRMED')`),
    ).toEqual([]);
  });

  it("puts things in their order in time", async () => {
    expect(
      await broken(`
        SELECT b.id FROM "Booking" b JOIN "Event" e ON e.id = b."eventId" JOIN "User" u ON u.id = b."userId"
         WHERE b."createdAt" > now() OR b."createdAt" < e."onSaleAt" OR b."createdAt" > e."startsAt"
            OR b."confirmedAt" < b."createdAt" OR b."cancelledAt" < b."confirmedAt" OR u."createdAt" > b."createdAt"`),
    ).toEqual([]);
    expect(
      await broken(`
        SELECT id FROM "Event" WHERE (status = 'COMPLETED') <> ("endsAt" < now())
           OR (status = 'PUBLISHED' AND "startsAt" < now()) OR "startsAt" > now() + interval '3 months'`),
    ).toEqual([]);
  });
});
