import { customAlphabet } from "nanoid";
import { AppError } from "~/domain/errors";
import type { ControlTx } from "./database";
import type { Wish } from "./hold";
import { controlTransaction } from "./transaction";

const TTL_MS = 600_000;
const numberSigns = customAlphabet("23456789ABCDEFGHJKMNPQRSTVWXYZ", 8);

type Line = { id: string; sectionId: string; rowLabel: string; seatLabel: string; pricePaise: number };

/** A PENDING booking of one free seat, as booking.create wrote it at Read Committed. @throws AppError HOLD_EXPIRED */
export async function controlBook(wish: Wish): Promise<{ bookingId: string }> {
  const { db, userId, eventId, seatId } = wish;
  await db.$queryRaw`
    SELECT id, serial, title, status::text, "organizerId", "planId", "seatCount", "startsAt", "onSaleAt", "offSaleAt",
           "cancelUntilHours", "cancelRefundBps", "orphanRule"::text, now() AS now
      FROM "Event" WHERE id = ${eventId}`;
  return controlTransaction(db, { isolationLevel: "ReadCommitted", deadlineMs: 1_500 }, async (tx) => {
    const [standing] = (await tx.$queryRaw`
      SELECT now() AS now FROM "SeatHold" WHERE "userId" = ${userId} AND "eventId" = ${eventId} FOR UPDATE`) as { now: Date }[];
    await assertNoRepeat(tx, wish);
    const held = (await tx.$queryRaw`
      SELECT id FROM "Seat" WHERE id = ANY (${[seatId]}::text[])
         AND status = 'HELD' AND "heldBy" = ${userId} AND "heldUntil" > now() ORDER BY id FOR UPDATE`) as unknown[];
    if (!standing || held.length < 1) throw new AppError("HOLD_EXPIRED", "Your hold on these seats has run out.");
    await tx.$queryRaw`
      SELECT b.id, b."expiresAt" FROM "Booking" b
       WHERE b."userId" = ${userId} AND b."eventId" = ${eventId} AND b.status = 'PENDING' AND b."holdsUntil" > now()
         AND EXISTS (SELECT 1 FROM "BookingItem" i WHERE i."bookingId" = b.id AND i."seatId" = ANY (${[seatId]}::text[]))
       ORDER BY b.id FOR UPDATE OF b`;
    const [line, section] = await readLine(tx, wish);
    const expiresAt = new Date(standing.now.getTime() + TTL_MS);
    const booking = await write(tx, wish, { line, section, expiresAt });
    await tx.$executeRaw`
      UPDATE "Seat" SET "heldUntil" = ${expiresAt}, version = version + 1 WHERE id = ANY (${[seatId]}::text[])`;
    return { bookingId: booking.id };
  });
}

async function assertNoRepeat(tx: ControlTx, { userId, eventId }: Wish): Promise<void> {
  const [{ now }] = (await tx.$queryRaw`SELECT now() AS now`) as [{ now: Date }];
  const waiting = await tx.booking.findMany<unknown[]>({
    where: { userId, eventId, status: "PENDING", expiresAt: { gt: now } },
    include: { items: { select: { seatId: true } }, coupon: { select: { code: true } } },
    orderBy: { createdAt: "desc" },
  });
  if (waiting.length > 0) throw new Error("the control's buyers buy once");
}

async function readLine(tx: ControlTx, { eventId, seatId }: Wish): Promise<[Line, string]> {
  const seats = await tx.seat.findMany<Line[]>({
    where: { id: { in: [seatId] }, eventId },
    orderBy: { ordinal: "asc" },
    select: { id: true, sectionId: true, rowLabel: true, seatLabel: true, pricePaise: true },
  });
  const sections = await tx.eventSection.findMany<{ sectionId: string; name: string }[]>({
    where: { eventId },
    select: { sectionId: true, name: true },
  });
  const line = seats[0]!;
  return [line, sections.find(({ sectionId }) => sectionId === line.sectionId)?.name ?? ""];
}

function write(tx: ControlTx, { userId, eventId }: Wish, made: { line: Line; section: string; expiresAt: Date }): Promise<{ id: string }> {
  const { line, section, expiresAt } = made;
  return tx.booking.create({
    data: {
      bookingNumber: `AIS-${numberSigns()}`,
      userId,
      eventId,
      seatCount: 1,
      subtotalPaise: line.pricePaise,
      discountPaise: 0,
      taxPaise: 0,
      totalPaise: line.pricePaise,
      couponId: null,
      idempotencyKey: null,
      expiresAt,
      holdsUntil: expiresAt,
      policy: { untilAt: null, refundBps: 0 },
      items: {
        create: [
          {
            eventId, seatId: line.id, sectionId: line.sectionId, sectionName: section,
            rowLabel: line.rowLabel, seatLabel: line.seatLabel, pricePaise: line.pricePaise,
          },
        ],
      },
    },
  });
}
