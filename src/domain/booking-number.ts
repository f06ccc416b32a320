/** Without letters and digits that are mistaken for one another on the phone. */
export const BOOKING_NUMBER_SIGNS = "ACDEFGHJKLMNPQRTUVWXY34679";
export const BOOKING_NUMBER_LENGTH = 8;
const PREFIX = "AIS-";

/** What a person reads to the crew, from `signs` as the alphabet above makes them. */
export function bookingNumberOf(signs: string): string {
  return PREFIX + signs;
}

/** Whether a word that somebody typed may stand in a booking number, or in a part of one. */
export function mayBeOfBookingNumber(word: string): boolean {
  const typed = word.toUpperCase();
  const signs = typed.startsWith(PREFIX) ? typed.slice(PREFIX.length) : typed;
  return PREFIX.startsWith(typed) || [...signs].every((sign) => BOOKING_NUMBER_SIGNS.includes(sign));
}
