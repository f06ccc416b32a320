"use client";

import { api, type RouterOutputs } from "~/trpc/react";

/** The event as the page was made with it, its free seats asked for again every 20 s while somebody looks. */
export function useLiveEvent(event: RouterOutputs["event"]["byId"]): RouterOutputs["event"]["byId"] {
  const { data } = api.event.byId.useQuery({ id: event.id }, { initialData: event, refetchInterval: 20_000 });
  return data;
}
