import { TZDate } from "@date-fns/tz";
import type { Random } from "./random";
import { TIME_ZONE } from "./venues";
import { HOUR_MS } from "./when";

/** How many people buy at each hour of the day, from midnight. */
const HOURS = [3, 1, 0, 0, 0, 1, 2, 4, 7, 10, 13, 14, 13, 11, 9, 9, 10, 12, 14, 17, 21, 22, 16, 8];

/**
 * `count` moments between `from` and `to`, in order: a rush when sales begin, another before the doors open, and in
 * between as people's days go.
 */
export function saleTimes(
  random: Random,
  count: number,
  window: { from: Date; to: Date; doorsAt: Date },
): Date[] {
  const from = window.from.getTime() + 60_000;
  const span = Math.max(1, window.to.getTime() - from);
  const atTheEnd = window.doorsAt.getTime() - window.to.getTime() < 72 * HOUR_MS;
  const moment = () => {
    const kind = random.next();
    if (kind < 0.25) return from + span * 0.12 * random.next() ** 2;
    if (kind > 0.8 && atTheEnd) return from + span * (1 - 0.2 * random.next() ** 2);
    return from + span * random.next();
  };
  const awake = (at: number) => {
    const local = new TZDate(at, TIME_ZONE);
    local.setHours(
      random.weighted(HOURS.map((weight, hour) => [hour, weight])),
      random.whole(0, 59),
      random.whole(0, 59),
    );
    const moved = local.getTime();
    return moved > from && moved < from + span ? moved : at;
  };
  return Array.from({ length: count }, () => Math.round(awake(moment())))
    .sort((a, b) => a - b)
    .map((at) => new Date(at));
}
