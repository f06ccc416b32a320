import type { BookingStatus } from "~/domain/booking-state";
import { formatPaise, shareOf, sumPaise } from "~/domain/money";
import { nameOfSeat } from "~/domain/seating/seat-name";
import { formatWhen } from "~/lib/dates";
import { listOf } from "~/lib/words";
import type { RouterOutputs } from "~/trpc/react";

export type Booking = RouterOutputs["booking"]["list"]["items"][number];

export const statusBadges: Record<BookingStatus, { word: string; tone: "success" | "warning" | "danger" | "neutral" }> = {
  PENDING: { word: "Waiting for payment", tone: "warning" },
  CONFIRMED: { word: "Confirmed", tone: "success" },
  CANCELLED: { word: "Cancelled", tone: "neutral" },
  EXPIRED: { word: "Time ran out", tone: "neutral" },
  REFUNDED: { word: "Refunded", tone: "neutral" },
};

/** "Stalls C12 and C13; Balcony A1". */
export function seatsInWords(items: Booking["items"]): string {
  const sections = new Map<string, string[]>();
  for (const item of items) {
    sections.set(item.sectionName, [...(sections.get(item.sectionName) ?? []), nameOfSeat(item)]);
  }
  return [...sections].map(([section, seats]) => `${section} ${listOf(seats)}`).join("; ");
}

/** What cancelling gives back and until when, in a sentence; null where the buyer can't cancel any more. */
export function cancellationTerms({ cancellation, event, totalPaise }: Booking): string | null {
  const { untilAt, refundPaise, refundBps } = cancellation;
  if (refundPaise === null || untilAt === null) return null;
  const until = formatWhen(untilAt, event.venue);
  if (totalPaise === 0) return `You may cancel until ${until}. Nothing was paid, so nothing comes back.`;
  if (refundBps === 0) return `You may cancel until ${until}, but the organizer gives nothing back.`;
  if (refundPaise === 0) return `You may cancel until ${until}; all of it has come back already.`;
  const share =
    refundPaise < shareOf(totalPaise, refundBps)
      ? "what is left of it"
      : refundBps === 10_000
        ? "all of it"
        : `${refundBps / 100}% of what you paid`;
  return `Cancel until ${until} and ${formatPaise(refundPaise)} comes back, ${share}.`;
}

/** What has gone back or is on its way, in a sentence; null where nothing has. */
export function refundWords(refunds: Booking["refunds"]): string | null {
  const standing = refunds.filter(({ status }) => status !== "FAILED");
  if (standing.length === 0) return null;
  const total = formatPaise(sumPaise(standing.map(({ amountPaise }) => amountPaise)));
  return standing.every(({ status }) => status === "COMPLETED")
    ? `${total} went back to the way you paid.`
    : `${total} is on its way back to the way you paid.`;
}
