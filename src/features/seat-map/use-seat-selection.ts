"use client";

import { useMemo, useState, useSyncExternalStore } from "react";
import { quote } from "~/domain/pricing";
import { refusalOf } from "~/lib/api-error";
import { countOf, listOf, spokenRupees } from "~/lib/words";
import { api } from "~/trpc/react";
import { readAvailability, type Availability } from "./availability";
import { freeNeighbours, lostSentence } from "./free-neighbours";
import { inPlanOrder, seatName, seatNames, type SeatIndex } from "./seat-index";
import { createSelectionStore } from "./selection-store";
import { isActionable, stateWords } from "./seat-state";
import { quoteLinesOf, seatView } from "./seat-view";
import { useHold } from "./use-hold";
import { useHoldEnd } from "./use-hold-end";
import { useLostSeats } from "./use-lost-seats";

const none: readonly string[] = [];

/**
 * A buyer's seats at one event: chosen on this page, held by the server, lost to others, run out. Independent
 * of how seats are drawn; the list and the map both stand on it. `onSignIn` is called where holding needs a
 * person; the choice is kept until they are back.
 */
export function useSeatSelection({
  eventId,
  index,
  availability,
  signedIn,
  limit,
  onSale,
  onSignIn,
}: {
  eventId: string;
  index: SeatIndex | null;
  availability: Availability | null;
  signedIn: boolean;
  /** Seats a buyer may have at one event. */
  limit: number;
  /** Not on sale: seats may be looked at and one's own let go, no more. */
  onSale: boolean;
  onSignIn: () => void;
}) {
  const utils = api.useUtils();
  const [store] = useState(() => createSelectionStore(eventId));
  const state = useSyncExternalStore(store.subscribe, store.get, store.getServer);
  const { status, clockOffsetMs, hold, extend, release } = useHold({ eventId, signedIn });
  const held = status.data?.seatIds ?? none;
  const { chosen, freed } = state;

  const known = !signedIn || status.isSuccess;
  useLostSeats({ store, index, availability, held, paused: !known || hold.isPending });
  useHoldEnd({ store, status: signedIn ? status.data : undefined, clockOffsetMs, index });

  const stateOf = useMemo(
    () => seatView({ availability, held, chosen, freed }),
    [availability, held, chosen, freed],
  );
  const mine = useMemo(() => [...new Set([...held, ...chosen])], [held, chosen]);
  const lines = useMemo(() => (index ? quoteLinesOf(index, mine) : []), [index, mine]);

  const tally = (seatIds: readonly string[]) =>
    index && seatIds.length > 0
      ? `${countOf(seatIds.length, "seat")}, ${spokenRupees(quote(quoteLinesOf(index, seatIds)).totalPaise)}.`
      : "No seats chosen.";

  async function refused(error: unknown, seatIds: readonly string[]): Promise<void> {
    const refusal = refusalOf(error);
    if (refusal.code === "UNAUTHORIZED") return onSignIn();
    if (refusal.code === "SEAT_TAKEN" && index) {
      const taken = (refusal.facts.taken as string[] | undefined) ?? [...seatIds];
      const fresh = await utils.event.seatAvailability.fetch({ eventId }, { staleTime: 0 }).catch(() => null);
      const now = fresh ? readAvailability(fresh) : availability;
      return store.lose(taken, now ? lostSentence(index, now, taken, mine) : refusal.message);
    }
    store.say(refusal.message, "warning");
    void status.refetch();
  }

  /** Asks the server for the chosen seats, all or none. @returns whether they are held now */
  async function holdSeats(seatIds: readonly string[] = chosen): Promise<boolean> {
    if (hold.isPending || seatIds.length === 0 || !index) return false;
    if (!signedIn) {
      onSignIn();
      return false;
    }
    try {
      await hold.mutateAsync({ eventId, seatIds: [...seatIds] });
      store.closeExpired();
      store.letGo(seatIds, `${listOf(seatNames(index, seatIds))} held for you.`);
      return true;
    } catch (error) {
      await refused(error, seatIds);
      return false;
    }
  }

  function releaseSeats(seatIds: readonly string[]): void {
    if (!index) return;
    const left = mine.filter((id) => !seatIds.includes(id));
    if (held.every((id) => seatIds.includes(id))) store.remember(null);
    store.say(`${listOf(seatNames(index, seatIds))} let go. ${tally(left)}`);
    release.mutate(
      { eventId, seatIds: [...seatIds] },
      { onSuccess: () => store.free(seatIds), onError: (error) => void refused(error, seatIds) },
    );
  }

  /** A press on a seat: choose it, let it go, or hear why neither. */
  function toggle(seatId: string): void {
    const place = index?.byId.get(seatId);
    if (!index || !place) return;
    const name = seatName(place);
    const seatState = stateOf(place.seat);
    if (seatState === "mine") return releaseSeats([seatId]);
    if (seatState === "chosen") {
      return store.letGo([seatId], `${name} let go. ${tally(mine.filter((id) => id !== seatId))}`);
    }
    if (!isActionable(seatState)) {
      const near = availability
        ? freeNeighbours(place, availability, { count: 2, except: new Set(mine) })
        : [];
      const names = inPlanOrder(
        index,
        near.map(({ seat }) => seat.id),
      ).map(seatName);
      const offer = names.length > 0 ? ` ${listOf(names)} ${names.length === 1 ? "is" : "are"} free.` : "";
      return store.say(`${name} is ${stateWords[seatState]}.${offer}`);
    }
    if (!onSale) return store.say("Seats for this event cannot be had at the moment.", "warning");
    if (mine.length >= limit) {
      return store.say(`You can have ${limit} seats at one event. Let one go to choose ${name}.`, "warning");
    }
    store.choose(seatId, `${name} chosen. ${tally([...mine, seatId])}`);
  }

  /** The countdown came to its end: the server decides whether the hold did. */
  async function checkExpiry(): Promise<void> {
    const before = held;
    const { data } = await status.refetch();
    if (data === null && before.length > 0) store.expire(before);
    void utils.event.seatAvailability.invalidate({ eventId });
  }

  return {
    stateOf,
    chosen,
    held,
    lines,
    lost: state.lost,
    freed,
    notice: state.notice,
    expired: state.expired,
    standing: status.data ?? null,
    isKnown: known,
    clockOffsetMs,
    isHolding: hold.isPending,
    isExtending: extend.isPending,
    isReleasing: release.isPending,
    toggle,
    holdSeats,
    releaseAll: () => {
      store.letGo(chosen);
      if (held.length > 0) releaseSeats(held);
    },
    extendHold: () =>
      extend.mutate(
        { eventId },
        {
          onSuccess: () => store.say("You have ten more minutes."),
          onError: (error) => void refused(error, held),
        },
      ),
    checkExpiry,
    /** Whether a seat that was lost to the clock may be had again. */
    isFree: (seatId: string) => {
      const place = index?.byId.get(seatId);
      return place !== undefined && stateOf(place.seat) === "available";
    },
    closeExpired: store.closeExpired,
    quiet: store.quiet,
  };
}

export type SeatSelection = ReturnType<typeof useSeatSelection>;
