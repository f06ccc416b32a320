/**
 * What people call a seat in one breath, everywhere: "C12" in a lettered row. Any other row is told from its seat, for
 * "112" would be row 1 seat 12 and row 11 seat 2 at once: "1-12". No two places of a section have one name.
 */
export function seatName(row: string, seat: string): string {
  if (/^\p{L}+$/u.test(row) && /^\d[^-]*$/.test(seat)) return `${row}${seat}`;
  // An imported plan may have dashes, or nothing, in its labels.
  const dashed = [row, seat].some((label) => label === "" || label.includes("-"));
  return dashed ? `row ${row || "none"} seat ${seat || "none"}` : `${row}-${seat}`;
}

type Seat = { rowLabel: string; seatLabel: string };

/** The name of a seat as the database has it. */
export function nameOfSeat({ rowLabel, seatLabel }: Seat): string {
  return seatName(rowLabel, seatLabel);
}

/** With its section: "Stalls C12". */
export function nameInSection({ sectionName, ...seat }: Seat & { sectionName: string }): string {
  return `${sectionName} ${nameOfSeat(seat)}`;
}
