"use client";

import { refusalOf } from "~/lib/api-error";
import { listOf } from "~/lib/words";
import { api } from "~/trpc/react";
import { readAvailability, type Availability } from "./availability";
import { lostSentence } from "./free-neighbours";
import { orphanWords } from "./orphan-words";
import { takenWords, tally } from "./press-words";
import { seatName, seatNames, type LayoutSeat, type SeatIndex } from "./seat-index";
import { isActionable, type SeatState } from "./seat-state";
import type { SelectionStore } from "./selection-store";
import type { useHold } from "./use-hold";

type Facts = {
  eventId: string;
  store: SelectionStore;
  index: SeatIndex | null;
  availability: Availability | null;
  server: ReturnType<typeof useHold>;
  stateOf: (seat: LayoutSeat) => SeatState;
  /** Chosen and held. */
  mine: readonly string[];
  held: readonly string[];
  chosen: readonly string[];
  signedIn: boolean;
  limit: number;
  onSale: boolean;
  warnOfOrphans?: boolean;
  onSignIn: (step?: UnfinishedStep) => void;
};

/** What was asked for by somebody who is not signed in; done once they are. */
export type UnfinishedStep = { do: "hold"; seatIds: string[] };

/** What a buyer does to seats: choose, let go, hold; each answered in words through the store's notice. */
export function useSeatActions(facts: Facts) {
  const { eventId, store, index, availability, server, stateOf, mine, held, chosen } = facts;
  const utils = api.useUtils();

  async function refused(error: unknown, seatIds: readonly string[]): Promise<void> {
    const refusal = refusalOf(error);
    if (refusal.code === "UNAUTHORIZED") return facts.onSignIn();
    if (refusal.code === "SEAT_TAKEN" && index) {
      const taken = (refusal.facts.taken as string[] | undefined) ?? [...seatIds];
      const fresh = await utils.event.seatAvailability.fetch({ eventId }, { staleTime: 0 }).catch(() => null);
      const now = fresh ? readAvailability(fresh) : availability;
      return store.lose(taken, now ? lostSentence(index, now, taken, mine) : refusal.message);
    }
    store.say(refusal.message, "warning");
    void server.status.refetch();
  }

  /** Asks the server for the chosen seats, all or none. @returns whether they are held now */
  async function holdSeats(seatIds: readonly string[] = chosen): Promise<boolean> {
    if (server.hold.isPending || seatIds.length === 0 || !index) return false;
    if (!facts.signedIn) {
      facts.onSignIn({ do: "hold", seatIds: [...seatIds] });
      return false;
    }
    try {
      await server.hold.mutateAsync({ eventId, seatIds: [...seatIds] });
      store.closeExpired();
      store.letGo(seatIds, `${listOf(seatNames(index, seatIds))} held for you.`);
      return true;
    } catch (error) {
      if (refusalOf(error).code === "UNAUTHORIZED") facts.onSignIn({ do: "hold", seatIds: [...seatIds] });
      else await refused(error, seatIds);
      return false;
    }
  }

  function releaseSeats(seatIds: readonly string[]): void {
    if (!index) return;
    const left = mine.filter((id) => !seatIds.includes(id));
    if (held.every((id) => seatIds.includes(id))) store.remember(null);
    store.say(`${listOf(seatNames(index, seatIds))} let go. ${tally(index, left)}`);
    server.release.mutate(
      { eventId, seatIds: [...seatIds] },
      { onSuccess: () => store.free(seatIds), onError: (error) => void refused(error, seatIds) },
    );
  }

  /** A press on a seat: choose it, let it go, or hear why neither. */
  function toggle(seatId: string): void {
    const place = index?.byId.get(seatId);
    if (!index || !place) return;
    const [name, state] = [seatName(place), stateOf(place.seat)];
    if (state === "mine") return releaseSeats([seatId]);
    if (state === "chosen") {
      const left = mine.filter((id) => id !== seatId);
      return store.letGo([seatId], `${name} let go. ${tally(index, left)}`);
    }
    if (!isActionable(state)) return store.say(takenWords(index, availability, { place, state, mine }));
    if (!facts.onSale) return store.say("Seats for this event cannot be had at the moment.", "warning");
    if (mine.length >= facts.limit) {
      const words = `You can have ${facts.limit} seats at one event. Let one go to choose ${name}.`;
      return store.say(words, "warning");
    }
    const next = [...mine, seatId];
    const alone = facts.warnOfOrphans && availability ? orphanWords(index, availability, next) : "";
    store.choose(seatId, [`${name} chosen.`, tally(index, next), alone].filter(Boolean).join(" "));
  }

  return { refused, holdSeats, releaseSeats, toggle };
}
