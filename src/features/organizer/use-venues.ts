import { keepPreviousData } from "@tanstack/react-query";
import { api } from "~/trpc/react";

/** A select of more helps nobody: then one searches. */
export const venuesInput = { usable: true, limit: 100, page: 1 };

/** Venues at which one may hold events, by name, and how many there are. */
export function useVenues(search: string) {
  const input = search === "" ? venuesInput : { ...venuesInput, search };
  const { data } = api.venue.list.useQuery(input, { placeholderData: keepPreviousData });
  return { venues: data?.items ?? [], total: data?.total ?? 0 };
}

/** One venue; nothing while none is chosen. */
export function useVenue(id: string) {
  return api.venue.byId.useQuery({ id }, { enabled: id !== "" });
}
