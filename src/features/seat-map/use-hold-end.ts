"use client";

import { useEffect } from "react";
import type { RouterOutputs } from "~/trpc/react";
import { listOf } from "~/lib/words";
import { seatNames, type SeatIndex } from "./seat-index";
import type { SelectionStore } from "./selection-store";

/** A clock ticks a little before the answer comes. */
const GRACE_MS = 2_000;

/**
 * Notices a hold that is gone without this page having ended it: run out (a dialog asks what to do), or let go
 * in another tab (a sentence). A hold that became a booking is the payment page's to speak of.
 */
export function useHoldEnd({
  store,
  status,
  clockOffsetMs,
  index,
}: {
  store: SelectionStore;
  /** Undefined: not known yet. */
  status: RouterOutputs["seatLock"]["status"] | undefined;
  clockOffsetMs: number;
  index: SeatIndex | null;
}) {
  useEffect(() => {
    if (status === undefined || !index) return;
    if (status) {
      const endsAtMs = status.holdExpiresAt.getTime() - clockOffsetMs;
      store.remember(status.bookingId ? null : { seatIds: status.seatIds, endsAtMs });
      return;
    }
    const { remembered } = store.get();
    if (!remembered) return;
    if (Date.now() >= remembered.endsAtMs - GRACE_MS) {
      store.expire(remembered.seatIds);
      return;
    }
    store.remember(null);
    const names = listOf(seatNames(index, remembered.seatIds));
    store.say(`Your hold on ${names} was ended in another tab or on another device.`, "warning");
  }, [store, status, clockOffsetMs, index]);
}
