"use client";

import { useMemo, useState, useSyncExternalStore } from "react";
import { api } from "~/trpc/react";
import type { Availability } from "./availability";
import type { SeatIndex } from "./seat-index";
import { createSelectionStore } from "./selection-store";
import { quoteLinesOf, seatView } from "./seat-view";
import { useHold } from "./use-hold";
import { useHoldEnd } from "./use-hold-end";
import { useLostSeats } from "./use-lost-seats";
import { useSeatActions, type UnfinishedStep } from "./use-seat-actions";

const none: readonly string[] = [];

/**
 * A buyer's seats at one event: chosen on this page, held by the server, lost to others, run out. Independent
 * of how seats are drawn; the list and the map both stand on it. `onSignIn` is called where holding needs a
 * person; the choice is kept until they are back.
 */
export function useSeatSelection(input: {
  eventId: string;
  index: SeatIndex | null;
  availability: Availability | null;
  signedIn: boolean;
  /** Seats a buyer may have at one event. */
  limit: number;
  /** Not on sale: seats may be looked at and one's own let go, no more. */
  onSale: boolean;
  /** The event minds single seats that a choice leaves alone. */
  warnOfOrphans?: boolean;
  onSignIn: (step?: UnfinishedStep) => void;
}) {
  const { eventId, index, availability, signedIn } = input;
  const utils = api.useUtils();
  const [store] = useState(() => createSelectionStore(eventId));
  const state = useSyncExternalStore(store.subscribe, store.get, store.getServer);
  const server = useHold({ eventId, signedIn });
  const { status, clockOffsetMs, hold, extend, release } = server;
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
  const actions = useSeatActions({ ...input, store, server, stateOf, mine, held, chosen });

  /** The countdown came to its end: the server decides whether the hold did. */
  async function checkExpiry(): Promise<void> {
    const { data } = await status.refetch();
    if (data === null && held.length > 0) store.expire(held);
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
    expiredAtMs: state.expiredAtMs,
    /** The hold as the server knows it, or null. */
    standing: status.data ?? null,
    isKnown: known,
    /** Why the hold could not be read. */
    refusal: signedIn ? status.error : null,
    clockOffsetMs,
    isHolding: hold.isPending,
    /** How many more seats the buyer may have. */
    room: input.onSale && known ? Math.max(0, input.limit - mine.length) : 0,
    isExtending: extend.isPending,
    isReleasing: release.isPending,
    toggle: actions.toggle,
    holdSeats: actions.holdSeats,
    releaseAll: () => {
      store.letGo(chosen);
      if (held.length > 0) actions.releaseSeats(held);
    },
    extendHold: () =>
      extend.mutate(
        { eventId },
        {
          onSuccess: () => store.say("You have more time now."),
          onError: (error) => void actions.refused(error, held),
        },
      ),
    checkExpiry,
    /** What is held is a booking's from now on: its end is not this page's to speak of. */
    leave: () => store.remember(null),
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
