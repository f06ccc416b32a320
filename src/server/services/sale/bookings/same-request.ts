import { AppError } from "~/domain/errors";
import type { Tx } from "~/server/db/db";

type Sent = { tx: Tx; userId: string; eventId: string; seats: string[]; couponCode?: string; idempotencyKey?: string };

/**
 * The booking that this request has made already: by its idempotency key, else the buyer's waiting booking of
 * exactly these seats with the same coupon. Null where there is none.
 * @throws AppError INVALID_INPUT where the key belongs to another request
 */
export async function sameRequest({ tx, userId, eventId, seats, couponCode, idempotencyKey }: Sent) {
  const include = { items: { select: { seatId: true } }, coupon: { select: { code: true } } } as const;
  const same = (booking: { eventId: string; items: { seatId: string }[]; coupon: { code: string } | null }) =>
    booking.eventId === eventId &&
    (booking.coupon?.code ?? undefined) === couponCode &&
    booking.items.length === seats.length &&
    booking.items.every((item) => seats.includes(item.seatId));

  if (idempotencyKey) {
    const known = await tx.booking.findUnique({ where: { userId_idempotencyKey: { userId, idempotencyKey } }, include });
    if (known && !same(known)) {
      throw new AppError("INVALID_INPUT", "This request was used for another booking. Please start again.", {
        field: "idempotencyKey",
      });
    }
    if (known) return known;
  }
  const [{ now }] = await tx.$queryRaw<[{ now: Date }]>`SELECT now() AS now`;
  const waiting = await tx.booking.findMany({
    where: { userId, eventId, status: "PENDING", expiresAt: { gt: now } },
    include,
    orderBy: { createdAt: "desc" },
  });
  return waiting.find(same) ?? null;
}
