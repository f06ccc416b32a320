import { addressOf } from "~/lib/address";
import type { RouterOutputs } from "~/trpc/react";

type Event = RouterOutputs["event"]["byId"];

const SCHEMA = "https://schema.org";
const availability = { ON_SALE: "InStock", NOT_YET: "PreOrder" } as const;

/**
 * The event as search engines read it (developers.google.com/search/docs/appearance/structured-data/event), ready to stand
 * in a script element: nothing an organizer wrote can close it.
 *
 * @param origin the shop's own address, without a slash at its end
 */
export function eventJsonLd(event: Event, origin: string): string {
  const { id, title, description, startsAt, endsAt, status, venue, artist, organizer, saleState, rating } = event;
  const url = `${origin}/events/${id}`;
  const open = saleState === "ON_SALE" || saleState === "NOT_YET";
  const stock = open && (saleState === "NOT_YET" || event.availableCount > 0) ? availability[saleState] : "SoldOut";
  const data = {
    "@context": SCHEMA,
    "@type": "Event",
    name: title,
    description,
    url,
    image: [`${origin}/posters/${id}/banner.png`],
    startDate: startsAt.toISOString(),
    endDate: endsAt?.toISOString(),
    eventStatus: `${SCHEMA}/${status === "CANCELLED" ? "EventCancelled" : "EventScheduled"}`,
    eventAttendanceMode: `${SCHEMA}/OfflineEventAttendanceMode`,
    location: {
      "@type": "Place",
      name: venue.name,
      address: { "@type": "PostalAddress", streetAddress: addressOf(venue), addressLocality: venue.city, addressCountry: "IN" },
      geo: venue.latitude !== null && venue.longitude !== null ? { "@type": "GeoCoordinates", latitude: venue.latitude, longitude: venue.longitude } : undefined,
    },
    organizer: { "@type": "Organization", name: organizer.name },
    performer: artist ? { "@type": "PerformingGroup", name: artist } : undefined,
    offers: {
      "@type": "AggregateOffer",
      url,
      priceCurrency: "INR",
      lowPrice: event.fromAllInPaise / 100,
      highPrice: event.toAllInPaise / 100,
      availability: `${SCHEMA}/${stock}`,
      validFrom: event.onSaleAt?.toISOString(),
    },
    aggregateRating: rating.average !== null ? { "@type": "AggregateRating", ratingValue: rating.average, reviewCount: rating.count } : undefined,
  };
  return JSON.stringify(data).replace(/</g, "\\u003c");
}
