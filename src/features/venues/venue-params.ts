import {
  createLoader,
  createSerializer,
  parseAsBoolean,
  parseAsInteger,
  parseAsString,
  type inferParserType,
} from "nuqs/server";

/** What the address of the venues page says. */
export const venueParams = {
  search: parseAsString.withDefault(""),
  archived: parseAsBoolean.withDefault(false),
  page: parseAsInteger.withDefault(1),
};
export type VenueParams = inferParserType<typeof venueParams>;
export const loadVenueParams = createLoader(venueParams);
const serialize = createSerializer(venueParams);
export const venuesHref = (params: Partial<VenueParams>) => serialize("/organizer/venues", params);

/** What to ask of `venue.list`: one's own and the shared ones, or one's own that are archived. */
export function venuesInput({ search, archived, page }: VenueParams) {
  return {
    ...(archived ? { archived } : { usable: true }),
    search: search.trim().slice(0, 100) || undefined,
    page: Math.max(1, page),
    limit: 20,
  };
}
