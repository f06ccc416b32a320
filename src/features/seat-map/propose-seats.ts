import { bestAvailable } from "~/domain/seating/best-available";
import { quote } from "~/domain/pricing";
import { priceOfSeat } from "~/domain/seating/seat-layout";
import { allIn } from "~/domain/tax";
import { listOf } from "~/lib/words";
import { seatFlags } from "~/domain/seating/flags";
import type { Availability } from "./availability";
import { priceTiers } from "./map/model/tiers";
import { planOf } from "./plan-of-layout";
import { seatName, type SeatIndex, type SeatPlace } from "./seat-index";
import { quoteLinesOf } from "./seat-view";

export type SeatWish = {
  count: number;
  /** "": anywhere. */
  sectionId: string;
  /** All-in, a seat; null: any price. */
  mostPaise: number | null;
  /** COMPANION: one space, and companions' seats beside it. */
  wheelchair: "NO" | "SPACE" | "COMPANION";
  /** Which idea: 0 is the best, the next ones give way. */
  turn: number;
};

type Proposal = { seatIds: string[]; where: string; totalPaise: number };

/** The seats that suit a wish best as things stand (domain/seating/best-available); null where none do. `mine` are left out. */
export function proposeSeats(index: SeatIndex, availability: Availability, mine: readonly string[], wish: SeatWish): Proposal | null {
  const places = placesOf(index);
  const own = new Set(mine);
  const isFree = (ordinal: number) => {
    const place = places[ordinal];
    if (!place || own.has(place.seat.id) || availability.statusOf(place.seat) !== "AVAILABLE") return false;
    return wish.mostPaise === null || allIn(priceOfSeat(place.section, place.seat), place.section.taxBps) <= wish.mostPaise;
  };
  const { count, sectionId, wheelchair, turn } = wish;
  const ordinals = bestAvailable(planOf(index.layout), {
    count,
    sectionId: sectionId || undefined,
    accessible: wheelchair !== "NO" || undefined,
    companion: wheelchair === "COMPANION",
    isFree,
    skip: turn,
  });
  if (!ordinals) return null;
  const found = ordinals.map((ordinal) => places[ordinal]!);
  const seatIds = found.map(({ seat }) => seat.id);
  return { seatIds, where: whereOf(found), totalPaise: quote(quoteLinesOf(index, seatIds), null, index.layout.sections[0]?.taxBps).totalPaise };
}

const known = new WeakMap<SeatIndex, SeatPlace[]>();

function placesOf(index: SeatIndex): SeatPlace[] {
  const places = known.get(index) ?? [];
  if (places.length === 0) {
    for (const place of index.byId.values()) places[place.seat.ordinal] = place;
    known.set(index, places);
  }
  return places;
}

/** "Stalls, C7 and C8"; wheelchair places and restricted views are said. */
function whereOf(found: SeatPlace[]): string {
  const names = found.map((place) => {
    const { flags } = place.seat;
    if (flags & seatFlags.accessible) return `${seatName(place)} (wheelchair space)`;
    return flags & seatFlags.companion ? `${seatName(place)} (companion)` : seatName(place);
  });
  const blind = found.some(({ seat }) => seat.flags & seatFlags.restrictedView);
  return `${found[0]!.section.name}, ${listOf(names)}${blind ? ", with restricted view" : ""}`;
}

/** What a plan lets one wish for: its prices all-in, the dearest first, and whether it has places for wheelchairs. */
export function choicesOf(index: SeatIndex): { prices: number[]; wheelchairs: boolean } {
  const { sections } = index.layout;
  const prices = priceTiers(sections).prices.map((paise) => allIn(paise, sections[0]?.taxBps));
  const wheelchairs = sections.some(({ rows }) => rows.some(({ seats }) => seats.some(({ flags }) => flags & seatFlags.accessible)));
  return { prices, wheelchairs };
}
