const words = new Intl.DateTimeFormat("en-IN", { month: "long", year: "numeric", timeZone: "UTC" });

/** "2026-12" as people say it: "December 2026". */
export function monthName(month: string): string {
  return words.format(new Date(`${month}-01T00:00:00Z`));
}

/** `count` months, "2026-12", that of `now` first and backwards; with `ahead`, so many to come before it. */
export function monthsUntil(now: Date, count = 24, ahead = 0): { value: string; words: string }[] {
  return Array.from({ length: count + ahead }, (_, index) => {
    const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead - index, 1));
    return { value: month.toISOString().slice(0, 7), words: words.format(month) };
  });
}
