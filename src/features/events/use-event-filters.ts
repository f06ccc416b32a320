"use client";

import { debounce, useQueryStates } from "nuqs";
import { eventSearchParams, type EventFilters } from "./search-params";

/** The filters of the address bar and the way to change them; every change but of the page leads to page 1. */
export function useEventFilters() {
  const [filters, setFilters] = useQueryStates(eventSearchParams, { history: "push" });
  const change = (changes: Partial<EventFilters>) => void setFilters({ page: 1, ...changes });
  /** For what one is typing or dragging: the address waits until the hand rests. */
  const changeSlowly = (changes: Partial<EventFilters>) =>
    void setFilters({ page: 1, ...changes }, { history: "replace", limitUrlUpdates: debounce(350) });
  return { filters, change, changeSlowly };
}
