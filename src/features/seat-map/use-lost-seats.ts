"use client";

import { useEffect } from "react";
import type { Availability } from "./availability";
import { lostSentence } from "./free-neighbours";
import type { SeatIndex } from "./seat-index";
import type { SelectionStore } from "./selection-store";

/**
 * Tells the buyer when a chosen seat went to somebody else, as soon as a poll says so. Quiet while `paused`:
 * during one's own hold the same answer means one's own success.
 */
export function useLostSeats({
  store,
  index,
  availability,
  held,
  paused,
}: {
  store: SelectionStore;
  index: SeatIndex | null;
  availability: Availability | null;
  held: readonly string[];
  paused: boolean;
}) {
  useEffect(() => {
    if (!index || !availability || paused) return;
    const { chosen, freed } = store.get();
    const unknown = chosen.filter((id) => !index.byId.has(id));
    if (unknown.length > 0) store.letGo(unknown);
    const both = chosen.filter((id) => held.includes(id));
    if (both.length > 0) store.letGo(both);
    const lost = chosen.filter((id) => {
      const place = index.byId.get(id);
      if (!place || held.includes(id) || freed.includes(id)) return false;
      return availability.statusOf(place.seat) !== "AVAILABLE";
    });
    if (lost.length > 0) store.lose(lost, lostSentence(index, availability, lost, [...chosen, ...held]));
  }, [store, index, availability, held, paused]);
}
