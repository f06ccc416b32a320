/** One entry of a calendar file (RFC 5545). Instants are UTC; `timeZone` is the venue's. */
export type CalendarEntry = {
  /** Stays the same for good: a later file with it replaces the entry. */
  uid: string;
  /** Grows with every change. */
  sequence: number;
  title: string;
  description: string;
  location: string;
  url: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  changedAt: Date;
  cancelled: boolean;
};

/**
 * The file. Times stand in the venue's zone, which the file brings along with the offset it has that day; an evening
 * over which the clocks change stands in UTC. What is cancelled comes as a cancellation.
 */
export function calendarFile(entry: CalendarEntry): string {
  const { timeZone } = entry;
  const [offset, offsetAfter] = [offsetMinutes(entry.startsAt, timeZone), offsetMinutes(entry.endsAt, timeZone)];
  const local = offset === offsetAfter;
  const time = (at: Date) =>
    local ? `;TZID=${timeZone}:${stamp(new Date(at.getTime() + offset * 60_000))}` : `:${stamp(at)}Z`;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Aisle//Tickets//EN",
    "CALSCALE:GREGORIAN",
    `METHOD:${entry.cancelled ? "CANCEL" : "PUBLISH"}`,
    ...(local ? zone(timeZone, offset) : []),
    "BEGIN:VEVENT",
    `UID:${entry.uid}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${stamp(entry.changedAt)}Z`,
    `LAST-MODIFIED:${stamp(entry.changedAt)}Z`,
    `DTSTART${time(entry.startsAt)}`,
    `DTEND${time(entry.endsAt)}`,
    `SUMMARY:${text(entry.title)}`,
    `DESCRIPTION:${text(entry.description)}`,
    `LOCATION:${text(entry.location)}`,
    `URL:${entry.url}`,
    `STATUS:${entry.cancelled ? "CANCELLED" : "CONFIRMED"}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map(fold).join("\r\n") + "\r\n";
}

/** Minutes that the zone is ahead of UTC at an instant. */
function offsetMinutes(at: Date, timeZone: string): number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)])) as Record<string, number>;
  const there = Date.UTC(part.year!, part.month! - 1, part.day, part.hour, part.minute);
  return Math.round((there - Math.floor(at.getTime() / 60_000) * 60_000) / 60_000);
}

function zone(timeZone: string, offset: number): string[] {
  const minutes = Math.abs(offset);
  const two = (value: number) => String(value).padStart(2, "0");
  const written = `${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`;
  return [
    "BEGIN:VTIMEZONE",
    `TZID:${timeZone}`,
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    `TZOFFSETFROM:${written}`,
    `TZOFFSETTO:${written}`,
    "END:STANDARD",
    "END:VTIMEZONE",
  ];
}

/** "20261212T140000": an instant's UTC figures. */
function stamp(at: Date): string {
  return at.toISOString().replace(/[-:]|\.\d{3}Z/g, "");
}

function text(value: string): string {
  return value.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
}

/** Lines end after 75 bytes and go on after a space; never inside a character. */
function fold(line: string): string {
  let [folded, bytes] = ["", 0];
  for (const sign of line) {
    const size = utf8Size(sign.codePointAt(0)!);
    if (bytes + size > 75) [folded, bytes] = [`${folded}\r\n `, 1];
    folded += sign;
    bytes += size;
  }
  return folded;
}

function utf8Size(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
