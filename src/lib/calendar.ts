const DAY_MS = 86_400_000;

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What a clock of the zone shows at an instant, in ms as if it showed UTC. By the browser's own calendar: a library weighs 6 kB. */
function wallClock(atMs: number, timeZone: string): number {
  let clock = clocks.get(timeZone);
  if (!clock) {
    const numeric = "numeric";
    clock = new Intl.DateTimeFormat("en-US", { timeZone, hourCycle: "h23", year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric, second: numeric });
    clocks.set(timeZone, clock);
  }
  const shown: Record<string, number> = Object.fromEntries(clock.formatToParts(atMs).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown;
  return Date.UTC(year, month - 1, day, hour, minute, second) + (((atMs % 1_000) + 1_000) % 1_000);
}

/**
 * The instant (ms) at which a clock of the zone shows `wallMs`: the first of two where clocks go back; where they go
 * forward over it, as much later.
 */
function instantAt(wallMs: number, timeZone: string): number {
  const aheadAt = (ms: number) => wallClock(ms, timeZone) - ms;
  const [before, after] = [wallMs - aheadAt(wallMs - DAY_MS), wallMs - aheadAt(wallMs + DAY_MS)];
  const found = [before, after].filter((ms) => wallClock(ms, timeZone) === wallMs);
  return found.length > 0 ? Math.min(...found) : before;
}

const keyOf = (wallMs: number) => new Date(wallMs).toISOString().slice(0, 10);

/** "2026-12-12": a calendar day of the zone, as URLs and date inputs write it. */
export function dayKey(at: Date, timeZone: string): string {
  return keyOf(wallClock(at.getTime(), timeZone));
}

/** Midnight of a day written "2026-12-12", in ms as if it were UTC; null where it is no such day. */
function midnight(key: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(key);
  if (!match) return null;
  const wallMs = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return keyOf(wallMs) === key ? wallMs : null;
}

/** The first instant (UTC) of a day written "2026-12-12" in the zone; null where it is no such day. */
export function dayStart(key: string, timeZone: string): Date | null {
  const wallMs = midnight(key);
  return wallMs === null ? null : new Date(instantAt(wallMs, timeZone));
}

/** The last millisecond (UTC) of a day written "2026-12-12" in the zone; null where it is no such day. */
export function dayEnd(key: string, timeZone: string): Date | null {
  const wallMs = midnight(key);
  return wallMs === null ? null : new Date(instantAt(wallMs + DAY_MS, timeZone) - 1);
}

/** The days of the coming weekend in the zone, Friday to Sunday; on one of them, the days that are left. */
export function weekendFrom(now: Date, timeZone: string): { from: string; to: string } {
  const today = wallClock(now.getTime(), timeZone);
  const weekday = new Date(today).getUTCDay();
  const sunday = today + ((7 - weekday) % 7) * DAY_MS;
  const first = weekday === 0 || weekday === 6 ? today : sunday - 2 * DAY_MS;
  return { from: keyOf(first), to: keyOf(sunday) };
}

/** The days by which visitors count before they have chosen a venue: India's. */
export const homeZone = "Asia/Kolkata";

/** `days` whole days after the day that `now` is in the zone. */
export function dayAfter(now: Date, days: number, timeZone: string): string {
  return keyOf(wallClock(now.getTime(), timeZone) + days * DAY_MS);
}

/** An instant as `<input type="datetime-local">` writes it in the zone: "2026-12-12T19:30". */
export function localTime(at: Date | null | undefined, timeZone: string): string {
  return at ? new Date(wallClock(at.getTime(), timeZone)).toISOString().slice(0, 16) : "";
}

/** The instant (UTC) of "2026-12-12T19:30" in the zone; null where it is no such time. */
export function instantOf(local: string, timeZone: string): Date | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(local);
  if (!match) return null;
  const [year, month, day, hour, minute] = match.slice(1).map(Number) as [number, number, number, number, number];
  const wallMs = Date.UTC(year, month - 1, day, hour, minute);
  return Number.isNaN(wallMs) ? null : new Date(instantAt(wallMs, timeZone));
}
