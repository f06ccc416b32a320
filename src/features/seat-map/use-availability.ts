"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { getQueryKey } from "@trpc/react-query";
import { useState } from "react";
import { api } from "~/trpc/react";
import { readAvailability } from "./availability";
import { fetchAvailability, type SeatAnswer } from "./fetch-availability";
import { pollDelayMs, spreadOf } from "./poll-delay";

// Asked on the server too, while it draws.
const isHidden = () => typeof document !== "undefined" && document.hidden;

/** Every seat's status, kept fresh until the sale's end (UTC); null: seats do not move any more. */
export function useAvailability({ eventId, until }: { eventId: string; until: Date | null }) {
  const cache = useQueryClient();
  const { client } = api.useUtils();
  const [seed] = useState(Math.random);
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
    refetchInterval: ({ state }) => {
      const turn = state.dataUpdateCount + state.errorUpdateCount;
      return pollDelayMs({ until, nowMs: Date.now(), hidden: isHidden(), random: spreadOf(turn, seed) });
    },
    refetchIntervalInBackground: true,
  });
}
