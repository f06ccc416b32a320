import type { CancellationPolicy } from "~/domain/cancellation";
import { formatWhen, type Place } from "~/lib/dates";

/** The cancellation policy as one would say it at the box office. */
export function policyWords(policy: CancellationPolicy, place: Place, now: Date): string {
  const always = "If the organizer cancels the event, you get everything back.";
  if (policy.untilAt === null) return `Tickets cannot be cancelled by the buyer. ${always}`;
  const until = new Date(policy.untilAt);
  const share =
    policy.refundBps === 10_000 ? "all of your money" : `${policy.refundBps / 100}% of your money`;
  if (policy.refundBps === 0)
    return `Seats may be given back until ${formatWhen(until, place)}, without a refund. ${always}`;
  if (now >= until) return `The time to cancel ended on ${formatWhen(until, place)}. ${always}`;
  return `Cancel until ${formatWhen(until, place)}, and get ${share} back. ${always}`;
}
