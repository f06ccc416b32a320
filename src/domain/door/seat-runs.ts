export type NamedSeat = { ordinal: number; sectionName: string; rowLabel: string; seatLabel: string };

/**
 * Names of seats, a row at a time, since 50,000 of them travel: [section's index, row, first ordinal, count, first
 * number, step], or the labels themselves where a row does not count evenly.
 */
export type SeatRun = [section: number, row: string, ordinal: number, count: number, first: number, step: number] | [section: number, row: string, ordinal: number, labels: string[]];
export type SeatNames = { sections: string[]; runs: SeatRun[] };

/** Packs seats that come in ordinal order. */
export function packSeatNames(seats: readonly NamedSeat[]): SeatNames {
  const sections: string[] = [];
  const runs: SeatRun[] = [];
  for (let from = 0; from < seats.length; ) {
    const head = seats[from]!;
    let to = from + 1;
    while (to < seats.length && isNext(seats[to - 1]!, seats[to]!)) to++;
    if (!sections.includes(head.sectionName)) sections.push(head.sectionName);
    const labels = seats.slice(from, to).map((seat) => seat.seatLabel);
    runs.push([sections.indexOf(head.sectionName), head.rowLabel, head.ordinal, ...counted(labels)] as SeatRun);
    from = to;
  }
  return { sections, runs };
}

function isNext(seat: NamedSeat, next: NamedSeat): boolean {
  return next.ordinal === seat.ordinal + 1 && next.rowLabel === seat.rowLabel && next.sectionName === seat.sectionName;
}

function counted(labels: string[]): [number, number, number] | [string[]] {
  const numbers = labels.map(Number);
  const step = numbers.length > 1 ? numbers[1]! - numbers[0]! : 1;
  const even = labels.every((label, index) => label === String(numbers[0]! + index * step));
  return even ? [labels.length, numbers[0]!, step] : [labels];
}

/** The seat of an ordinal, or null where the names do not know it. */
export function seatNameOf({ sections, runs }: SeatNames, ordinal: number): NamedSeat | null {
  let [low, high] = [0, runs.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (runs[middle]![2] <= ordinal) low = middle;
    else high = middle - 1;
  }
  const run = runs[low];
  const index = run ? ordinal - run[2] : -1;
  if (!run || index < 0) return null;
  const seatLabel = labelOf(run, index);
  return seatLabel === undefined ? null : { ordinal, sectionName: sections[run[0]]!, rowLabel: run[1], seatLabel };
}

function labelOf(run: SeatRun, index: number): string | undefined {
  if (run.length === 4) return run[3][index];
  const [, , , count, first, step] = run;
  return index < count ? String(first + index * step) : undefined;
}
