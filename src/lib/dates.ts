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
