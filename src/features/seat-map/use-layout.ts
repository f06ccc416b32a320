"use client";

import { useMemo } from "react";
import { api } from "~/trpc/react";
import { indexLayout } from "./seat-index";

/** The event's seats, read once: a layout never changes under its `planHash`. Another hash fetches another. */
export function useLayout({ eventId, planHash }: { eventId: string; planHash: string | undefined }) {
  const query = api.event.seatLayout.useQuery({ eventId }, { staleTime: Infinity, gcTime: 30 * 60_000 });
  const { data, refetch } = query;
  const index = useMemo(() => (data ? indexLayout(data) : null), [data]);
  const stale = Boolean(data && planHash && data.planHash !== planHash);
  return { query, index: stale ? null : index, stale, refetch };
}
