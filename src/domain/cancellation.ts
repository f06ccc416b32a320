import { shareOf } from "./money";

/** An event's cancellation terms as they stood at purchase (Booking.policy). `untilAt` ISO, UTC; null: never. */
export type CancellationPolicy = { untilAt: string | null; refundBps: number };

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
  return { untilAt: until === null ? null : new Date(until).toISOString(), refundBps: event.cancelRefundBps };
}

/**
 * Paise that a buyer gets back for cancelling at `now` (UTC), or null where it is too late. A share of less than a
 * rupee is a rupee.
 */
export function refundFor(policy: CancellationPolicy, totalPaise: number, now: Date): number | null {
  if (policy.untilAt === null || now.getTime() >= Date.parse(policy.untilAt)) return null;
  const share = shareOf(totalPaise, policy.refundBps);
  return share === 0 ? 0 : Math.min(totalPaise, Math.max(share, LEAST_REFUND_PAISE));
}

/** What of an amount a gateway would give back: nothing, where it is less than the least. */
export function refundable(paise: number): number {
  return paise < LEAST_REFUND_PAISE ? 0 : paise;
}
