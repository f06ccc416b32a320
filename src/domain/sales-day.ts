/** What was sold in one day. */
export type SalesDay = {
  /** "2026-12-05", in the zone that was asked for. */
  day: string;
  bookings: number;
  tickets: number;
  /** What buyers paid, tax included. */
  salesPaise: number;
};
