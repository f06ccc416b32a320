"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { fromWire, type WireLayout } from "~/domain/seating/layout-wire";
import type { SeatLayout } from "~/domain/seating/seat-layout";
import { api } from "~/trpc/react";
import { indexLayout } from "./seat-index";

/**
 * The event's seats, read once: a layout never changes under its `planHash`, and its address is good for a year. A
 * draft has no such address; its organizer reads it by the API.
 */
export function useLayout({ eventId, planHash }: { eventId: string; planHash: string }) {
  const { client } = api.useUtils();
  const query = useQuery({
    queryKey: ["seat-layout", eventId, planHash],
    queryFn: async ({ signal }): Promise<SeatLayout> => {
      const response = await fetch(`/api/events/${encodeURIComponent(eventId)}/layout/${planHash}`, {
        signal,
      });
      if (response.ok) return fromWire((await response.json()) as WireLayout);
      return client.event.seatLayout.query({ eventId }, { signal });
    },
    staleTime: Infinity,
    gcTime: 30 * 60_000,
    // Nothing changes within a layout: comparing 50,000 seats with themselves is idle work.
    structuralSharing: false,
  });
  const { data } = query;
  return { query, index: useMemo(() => (data ? indexLayout(data) : null), [data]) };
}
