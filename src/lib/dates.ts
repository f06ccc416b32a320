/** Where a date is meant: the venue's IANA zone, and its city where the zone is to be named. */
export type Place = { timeZone: string; city?: string };

const formats = new Map<string, Intl.DateTimeFormat>();

function parts(at: Date, timeZone: string): Record<string, string> {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone,
      weekday: "short",
      day: "numeric",
      month: "short",
      year: "numeric",
      hour: "numeric",
      minute: "2-digit",
      hour12: true,
    });
    formats.set(timeZone, format);
  }
  return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
}

/** "Sat 12 Dec" where the venue is; with the year where it is not the one of `now`. */
export function formatDay(at: Date, { timeZone }: Place, now: Date = new Date()): string {
  const { weekday, day, month, year } = parts(at, timeZone);
  const short = `${weekday} ${day} ${month}`;
  return year === parts(now, timeZone).year ? short : `${short} ${year}`;
}

/** "7:30 pm", on the hour "7 pm", where the venue is. */
export function formatTime(at: Date, { timeZone }: Place): string {
  const { hour, minute, dayPeriod } = parts(at, timeZone);
  return `${hour}${minute === "00" ? "" : `:${minute}`} ${dayPeriod?.toLowerCase()}`;
}

/** "Sat 12 Dec, 7:30 pm"; with the city, "Sat 12 Dec, 7:30 pm, Mumbai time". */
export function formatWhen(at: Date, place: Place, now?: Date): string {
  const zone = place.city ? `, ${place.city} time` : "";
  return `${formatDay(at, place, now)}, ${formatTime(at, place)}${zone}`;
}

/** "Sat 12 Dec, 7:30 pm to 10 pm"; with both days where it ends on another; without an end, its start. */
export function formatSpan(
  startsAt: Date,
  endsAt: Date | null | undefined,
  place: Place,
  now?: Date,
): string {
  const zone = place.city ? `, ${place.city} time` : "";
  const here = { timeZone: place.timeZone };
  if (!endsAt) return formatWhen(startsAt, place, now);
  // A show that ends in the small hours still belongs to its evening.
  const sameEvening = endsAt.getTime() - startsAt.getTime() < 12 * 3_600_000;
  const end = sameEvening ? formatTime(endsAt, here) : formatWhen(endsAt, here, now);
  return `${formatWhen(startsAt, here, now)} to ${end}${zone}`;
}

const distance = new Intl.RelativeTimeFormat("en-IN", { numeric: "auto" });

/** "in 3 days", "5 hours ago", "yesterday": how far `at` is from `now`, in the largest fitting unit. */
export function formatDistance(at: Date, now: Date): string {
  const minutes = Math.round((at.getTime() - now.getTime()) / 60_000);
  if (Math.abs(minutes) < 60) return distance.format(minutes, "minute");
  if (Math.abs(minutes) < 36 * 60) return distance.format(Math.round(minutes / 60), "hour");
  if (Math.abs(minutes) < 60 * 24 * 60) return distance.format(Math.round(minutes / 1440), "day");
  return distance.format(Math.round(minutes / 43_800), "month");
}
