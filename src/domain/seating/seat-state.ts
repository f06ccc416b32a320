export const seatStatuses = ["AVAILABLE", "HELD", "BOOKED", "BLOCKED"] as const;
export type SeatStatus = (typeof seatStatuses)[number];

export type SeatFacts = { status: SeatStatus; heldBy: string | null; heldUntil: Date | null };

/** A seat's status as of `now` (UTC): a hold past its time is nobody's, whether or not a job has run. */
export function statusAt(seat: SeatFacts, now: Date): SeatStatus {
  if (seat.status === "HELD" && (seat.heldUntil === null || seat.heldUntil <= now)) return "AVAILABLE";
  return seat.status;
}

/** Whether `userId` holds this seat at `now` (UTC). */
export function isHeldBy(seat: SeatFacts, userId: string, now: Date): boolean {
  return seat.heldBy === userId && statusAt(seat, now) === "HELD";
}
