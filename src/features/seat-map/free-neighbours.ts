import { countOf, listOf } from "~/lib/words";
import { countFree, type Availability } from "./availability";
import { inPlanOrder, seatName, type SeatIndex, type SeatPlace } from "./seat-index";

const REACH = 3;

/** The free seats nearest to a place in its own row, at most `count`, those of `except` left out. */
export function freeNeighbours(
  place: SeatPlace,
  availability: Availability,
  { count, except }: { count: number; except: ReadonlySet<string> },
): SeatPlace[] {
  return place.row.seats
    .map((seat, position) => ({ ...place, seat, position }))
    .filter(({ seat, position }) => {
      const distance = Math.abs(position - place.position);
      return distance > 0 && distance <= REACH && !except.has(seat.id) && availability.statusOf(seat) === "AVAILABLE";
    })
    .sort((a, b) => Math.abs(a.position - place.position) - Math.abs(b.position - place.position))
    .slice(0, count);
}

/**
 * "Someone was quicker with C12. C13 and C14 are free.": what was lost and what is left beside it, else in the
 * same section, else that the section is sold out. Of a seat that its organizer keeps from sale it says so.
 *
 * @param mine seats that are the buyer's own and so no offer
 */
export function lostSentence(
  index: SeatIndex,
  availability: Availability,
  lost: readonly string[],
  mine: readonly string[],
): string {
  const places = inPlanOrder(index, lost);
  const first = places[0];
  if (!first) return "Someone was quicker with that seat. Please choose another.";
  const blocked = places.filter(({ seat }) => availability.statusOf(seat) === "BLOCKED");
  const taken = places.filter((place) => !blocked.includes(place));
  const head = [
    taken.length > 0 && `Someone was quicker with ${listOf(taken.map(seatName))}.`,
    blocked.length > 0 && `${listOf(blocked.map(seatName))} ${blocked.length === 1 ? "is" : "are"} not for sale.`,
  ]
    .filter(Boolean)
    .join(" ");

  const except = new Set([...mine, ...lost]);
  const near = places.flatMap((place) => freeNeighbours(place, availability, { count: 2, except }));
  const offers = [...new Set(near.map(({ seat }) => seat.id))].slice(0, Math.max(2, lost.length));
  if (offers.length > 0) {
    const names = inPlanOrder(index, offers).map(seatName);
    return `${head} ${listOf(names)} ${names.length === 1 ? "is" : "are"} free.`;
  }
  const { free } = countFree(first.section, availability);
  if (free === 0) return `${head} ${first.section.name} is sold out; other sections may have seats.`;
  return `${head} Nothing is free beside it, but ${first.section.name} has ${countOf(free, "more seat")}.`;
}
