import { shareOf } from "./money";

/**
 * An event's cancellation terms as they stood at purchase (Booking.policy). `untilAt` ISO, UTC; null: never.
 * `hoursBefore` the start, of which `untilAt` was reckoned; bookings of before it was written have none.
 */
export type CancellationPolicy = { untilAt: string | null; refundBps: number; hoursBefore?: number | null };

const HOUR_MS = 3_600_000;

/** No gateway gives back less (razorpay.com/docs/api/refunds: "the minimum is INR 1.00"). */
export const LEAST_REFUND_PAISE = 100;

/** The terms to store with a booking made now. */
export function policyOf(event: {
  startsAt: Date;
  cancelUntilHours: number | null;
  cancelRefundBps: number;
}): CancellationPolicy {
  const until = event.cancelUntilHours === null ? null : event.startsAt.getTime() - event.cancelUntilHours * HOUR_MS;
  return {
    untilAt: until === null ? null : new Date(until).toISOString(),
    refundBps: event.cancelRefundBps,
    hoursBefore: event.cancelUntilHours,
  };
}

/**
 * Until when a buyer may cancel (UTC), null: never. An event that moves to a later date takes the deadline with it; one
 * that moves to an earlier date takes no right away, though its start ends every right.
 */
export function cancellableUntil({ untilAt, hoursBefore }: CancellationPolicy, startsAt: Date): Date | null {
  if (untilAt === null) return null;
  const promised = Date.parse(untilAt);
  const moved = typeof hoursBefore === "number" ? startsAt.getTime() - hoursBefore * HOUR_MS : promised;
  return new Date(Math.min(startsAt.getTime(), Math.max(promised, moved)));
}

/**
 * Paise that a buyer gets back for cancelling at `now` (UTC), or null where it is too late for an event that begins at
 * `startsAt`. A share of less than a
 * rupee is a rupee.
 */
export function refundFor(policy: CancellationPolicy, totalPaise: number, now: Date, startsAt: Date): number | null {
  const until = cancellableUntil(policy, startsAt);
  if (until === null || now >= until) return null;
  const share = shareOf(totalPaise, policy.refundBps);
  return share === 0 ? 0 : Math.min(totalPaise, Math.max(share, LEAST_REFUND_PAISE));
}

/** What of an amount a gateway would give back: nothing, where it is less than the least. */
export function refundable(paise: number): number {
  return paise < LEAST_REFUND_PAISE ? 0 : paise;
}
