import type { SeatStatus } from "./seat-state";

/** Two bits a seat by ordinal, low bits first: 0 available, 1 held, 2 booked, 3 blocked (contract). */
const codes: Record<SeatStatus, number> = { AVAILABLE: 0, HELD: 1, BOOKED: 2, BLOCKED: 3 };
const names: readonly SeatStatus[] = ["AVAILABLE", "HELD", "BOOKED", "BLOCKED"];

/** Packs the seats that are not available into bytes; everyone else is 0. Ordinals run from 0 to seatCount - 1. */
export function packSeats(seatCount: number, taken: Iterable<{ ordinal: number; status: SeatStatus }>): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(seatCount / 4));
  for (const { ordinal, status } of taken) {
    if (ordinal < 0 || ordinal >= seatCount) continue;
    const index = ordinal >> 2;
    bytes[index] = (bytes[index] ?? 0) | (codes[status] << ((ordinal & 3) * 2));
  }
  return bytes;
}

/** The status of one seat in packed bytes. */
export function unpackSeat(bytes: Uint8Array, ordinal: number): SeatStatus {
  const code = ((bytes[ordinal >> 2] ?? 0) >> ((ordinal & 3) * 2)) & 3;
  return names[code] ?? "AVAILABLE";
}
