"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { getQueryKey } from "@trpc/react-query";
import { api } from "~/trpc/react";
import { readAvailability } from "./availability";
import { fetchAvailability, type SeatAnswer } from "./fetch-availability";

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
  const cache = useQueryClient();
  const { client } = api.useUtils();
  // Under the key of `event.seatAvailability`, so that what refreshes the one refreshes the other.
  const queryKey = getQueryKey(api.event.seatAvailability, { eventId }, "query");
  return useQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      const answer = await fetchAvailability(eventId, cache.getQueryData<SeatAnswer>(queryKey), signal);
      return answer ?? client.event.seatAvailability.query({ eventId }, { signal });
    },
    select: readAvailability,
    staleTime: 0,
    refetchInterval: () => (until && Date.now() < until.getTime() ? pollDelayMs(isHidden()) : false),
    refetchIntervalInBackground: true,
  });
}
