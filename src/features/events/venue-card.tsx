import { ExternalLink, Navigation } from "lucide-react";
import { Badge } from "~/components/ui/badge";
import { addressOf } from "~/lib/address";
import type { RouterOutputs } from "~/trpc/react";

/** "UTC+5:30": how far the zone's clock is from UTC at an instant. */
export function utcOffset(timeZone: string, at: Date): string {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" }).formatToParts(at);
  const offset = parts.find(({ type }) => type === "timeZoneName")?.value ?? "GMT";
  return /^GMT([+-]00:00)?$/.test(offset)
    ? "UTC"
    : offset.replace("GMT", "UTC").replace(/([+-])0(?=\d)/, "$1");
}

/** Where the venue stands, what it offers, and by which clock it lives. */
export function VenueCard({ venue }: { venue: RouterOutputs["event"]["byId"]["venue"] }) {
  const query =
    venue.latitude !== null && venue.longitude !== null
      ? `${venue.latitude},${venue.longitude}`
      : `${venue.name}, ${addressOf(venue)}`;
  return (
    <div>
      <address className="not-italic">
        <span className="text-lg font-semibold">{venue.name}</span>
        <span className="block">{addressOf(venue)}</span>
      </address>
      <p className="text-ink-soft mt-1 text-sm">
        All times are {venue.city} time ({utcOffset(venue.timeZone, new Date())}).
      </p>
      {venue.amenities.length > 0 && (
        <ul aria-label="At the venue" className="mt-4 flex flex-wrap gap-2">
          {venue.amenities.map((amenity) => (
            <li key={amenity}>
              <Badge>{amenity}</Badge>
            </li>
          ))}
        </ul>
      )}
      <div className="mt-3 flex flex-wrap gap-x-6">
      <a
        href={`https://www.google.com/maps/dir/?api=1&destination=${encodeURIComponent(query)}`}
        target="_blank"
        rel="noreferrer"
        className="inline-flex min-h-11 items-center gap-1.5 font-medium underline underline-offset-4"
      >
        <Navigation aria-hidden className="size-4" /> Directions
        <span className="sr-only">(another site)</span>
      </a>
      <a
        href={`https://www.openstreetmap.org/search?query=${encodeURIComponent(query)}`}
        target="_blank"
        rel="noreferrer"
        className="inline-flex min-h-11 items-center gap-1.5 font-medium underline underline-offset-4"
      >
        Find it on the map <ExternalLink aria-hidden className="size-4" />
        <span className="sr-only">(another site)</span>
      </a>
      </div>
    </div>
  );
}
