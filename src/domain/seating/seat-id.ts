/** A seat's id: the event's serial and the seat's ordinal in base 36, so that 50,000 ids stay small on the wire. */
export function seatId(eventSerial: number, ordinal: number): string {
  return `${eventSerial.toString(36)}-${ordinal.toString(36)}`;
}

/** The ordinal that a seat id carries, or null where the id is not one of this event's. */
export function ordinalOf(eventSerial: number, id: string): number | null {
  const [serial, ordinal, ...rest] = id.split("-");
  if (rest.length > 0 || serial !== eventSerial.toString(36) || !ordinal) return null;
  const value = Number.parseInt(ordinal, 36);
  return Number.isSafeInteger(value) && value.toString(36) === ordinal ? value : null;
}

/** Where a seat stands in its event's plan, to sort by: section after section, row after row. */
export function placeOf(id: string): number {
  return Number.parseInt(id.slice(id.indexOf("-") + 1), 36);
}
