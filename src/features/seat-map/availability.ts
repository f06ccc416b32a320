import { unpackSeat } from "~/domain/seating/seat-packing";
import type { SeatStatus } from "~/domain/seating/seat-state";
import type { LayoutSection } from "./seat-index";

/** Every seat's status as one answer of `event.seatAvailability` told it. */
export type Availability = {
  etag: string;
  planHash: string;
  /** Two bits a seat, low bits first (domain/seating/seat-packing). */
  bytes: Uint8Array;
  statusOf: (seat: { ordinal: number }) => SeatStatus;
};

/** Unpacks 2 bits a seat from base64. */
export function readAvailability(answer: { etag: string; planHash: string; packed: string }): Availability {
  const bytes = Uint8Array.from(atob(answer.packed), (character) => character.charCodeAt(0));
  return {
    etag: answer.etag,
    planHash: answer.planHash,
    bytes,
    statusOf: (seat) => unpackSeat(bytes, seat.ordinal),
  };
}

/** How many seats of a section may be had, and how many there are to sell at all. */
export function countFree(
  section: LayoutSection,
  availability: Availability,
): { free: number; total: number } {
  let free = 0;
  let total = 0;
  for (const row of section.rows) {
    for (const seat of row.seats) {
      const status = availability.statusOf(seat);
      if (status !== "BLOCKED") total += 1;
      if (status === "AVAILABLE") free += 1;
    }
  }
  return { free, total };
}
