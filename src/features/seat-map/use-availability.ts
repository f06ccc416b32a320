"use client";

import { api } from "~/trpc/react";
import { readAvailability } from "./availability";

const VISIBLE_MS = 2_000;
const HIDDEN_MS = 20_000;
const JITTER_MS = 400;

/** When to ask again: about every 2 s, spread so that a crowd does not ask in step; seldom behind another tab. */
export function pollDelayMs(hidden: boolean, random = Math.random()): number {
  return (hidden ? HIDDEN_MS : VISIBLE_MS) + Math.round((random * 2 - 1) * JITTER_MS);
}

// Asked on the server too, while it draws.
const isHidden = () => typeof document !== "undefined" && document.hidden;

/** Every seat's status, kept fresh until the sale's end (UTC); null: seats do not move any more. */
export function useAvailability({ eventId, until }: { eventId: string; until: Date | null }) {
  return api.event.seatAvailability.useQuery(
    { eventId },
    {
      select: readAvailability,
      staleTime: 0,
      refetchInterval: () => (until && Date.now() < until.getTime() ? pollDelayMs(isHidden()) : false),
      refetchIntervalInBackground: true,
    },
  );
}
