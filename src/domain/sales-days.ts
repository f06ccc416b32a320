export type SalesDay = {
  /** "2026-12-05", in the zone that was asked for. */
  day: string;
  bookings: number;
  tickets: number;
  /** What buyers paid, tax included. */
  salesPaise: number;
};

/** Every day from the first to the last, those without sales too: a chart must not join over a gap. */
export function fillDays(rows: readonly SalesDay[], first: string, last: string): SalesDay[] {
  const known = new Map(rows.map((row) => [row.day, row]));
  const days: SalesDay[] = [];
  for (let at = Date.parse(`${first}T00:00:00Z`); at <= Date.parse(`${last}T00:00:00Z`); at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10);
    days.push(known.get(day) ?? { day, bookings: 0, tickets: 0, salesPaise: 0 });
  }
  return days;
}
