import { unpackSeat } from "./seat-packing";

/** Seats free in each section, in packed bytes of an event's seats; sections come in their order on the plan. */
export function availableBySection(bytes: Uint8Array, sections: readonly { seatCount: number }[]): number[] {
  let ordinal = 0;
  return sections.map(({ seatCount }) => {
    let free = 0;
    for (const end = ordinal + seatCount; ordinal < end; ordinal++) {
      if (unpackSeat(bytes, ordinal) === "AVAILABLE") free++;
    }
    return free;
  });
}
