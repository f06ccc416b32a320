/** What seats are kept from sale for. */
export const blockReasons = ["GUESTS", "PRESS", "TECHNICAL"] as const;
export type BlockReason = (typeof blockReasons)[number];

/** A reason in a word; null: none was given. */
export function reasonWord(reason: BlockReason | null): string {
  return reason === null ? "No reason given" : { GUESTS: "Guests", PRESS: "Press", TECHNICAL: "Technical" }[reason];
}

/** Packed codes of domain/seating/seat-packing. */
const [FREE, HELD, BOOKED, BLOCKED] = [0, 1, 2, 3];

/**
 * Availability as an organizer looks at it who keeps seats from sale: what is blocked stands where the buyer's map has
 * what is held, and all that cannot be changed (held or sold) where it has what is sold.
 */
export function asOrganizerSees(bytes: Uint8Array): Uint8Array {
  return bytes.map((four) => {
    let seen = 0;
    for (let shift = 0; shift < 8; shift += 2) {
      const code = (four >> shift) & 3;
      seen |= (code === BLOCKED ? HELD! : code === FREE ? FREE! : BOOKED!) << shift;
    }
    return seen;
  });
}
