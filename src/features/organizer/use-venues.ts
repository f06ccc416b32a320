import { api } from "~/trpc/react";

/** Asked for at once: nobody keeps more, and a select of more helps nobody. */
export const venuesInput = { usable: true, limit: 100, page: 1 };

/** Venues at which one may hold events. */
export function useVenues() {
  return api.venue.list.useQuery(venuesInput).data?.items ?? [];
}
