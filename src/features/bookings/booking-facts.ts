import type { BookingStatus } from "~/domain/booking-state";
import { formatPaise, shareOf } from "~/domain/money";
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
  return `Until ${until} you get ${formatPaise(refundPaise)} back, ${share}.`;
}

/** The payment that the booking stands on, else one whose money came; undefined where none did. */
export function paidBy({ payments }: Booking): Booking["payments"][number] | undefined {
  return payments.find(({ acceptedAt }) => acceptedAt !== null) ?? payments.find(({ capturedPaise }) => capturedPaise > 0);
}
