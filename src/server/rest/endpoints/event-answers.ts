import { z } from "zod";
import { eventCategories, eventStatuses } from "~/domain/event-state";
import type { getEvent } from "~/server/services/events/get-event";
import type { listEvents } from "~/server/services/events/list-events";
import { amounts, inRupees, instant } from "../fields";
import { sample } from "../samples";

const text = z.string();
const facts = {
  id: text,
  slug: text,
  title: text,
  subtitle: text.nullable(),
  category: z.enum(eventCategories),
  artist: text.nullable(),
  language: text.nullable(),
  ageRating: text.nullable(),
  status: z.enum(eventStatuses),
  eventDate: instant,
  endsAt: instant.nullable(),
  onSaleAt: instant.nullable(),
  offSaleAt: instant.nullable(),
  ...amounts("basePrice", "minPrice", "maxPrice"),
  imageUrl: text.nullable(),
  bannerUrl: text.nullable(),
  seatCount: z.int(),
  saleState: z.enum(["ON_SALE", "NOT_YET", "ENDED", "NOT_PUBLISHED", "CANCELLED"]),
};

export const listedEvent = z.object({
  ...facts,
  availability: z.string().describe("MANY, FEW or NONE: a hint, not a count."),
  venue: z.object({ id: text, name: text, city: text, timeZone: text }),
});

export const eventAnswer = z.object({
  ...facts,
  description: text,
  venue: z.object({ id: text, name: text, address: text, city: text, timeZone: text, amenities: z.array(text) }),
  sections: z.array(z.object({ id: text, name: text, ...amounts("price"), seatCount: z.int(), availableCount: z.int() })),
  availableCount: z.int(),
  averageRating: z.number().nullable(),
  reviewCount: z.int(),
  organizer: z.object({ name: text }),
});

type Listed = Awaited<ReturnType<typeof listEvents>>["items"][number];
type Details = Awaited<ReturnType<typeof getEvent>>;

const shared = (event: Listed | Details) => ({
  id: event.id,
  slug: event.slug,
  title: event.title,
  subtitle: event.subtitle,
  category: event.category,
  artist: event.artist,
  language: event.language,
  ageRating: event.ageRating,
  status: event.status,
  eventDate: event.startsAt,
  endsAt: event.endsAt,
  onSaleAt: event.onSaleAt,
  offSaleAt: event.offSaleAt,
  ...inRupees({ basePrice: event.basePricePaise, minPrice: event.minPricePaise, maxPrice: event.maxPricePaise }),
  imageUrl: event.imageUrl,
  bannerUrl: event.bannerUrl,
  seatCount: event.seatCount,
  saleState: event.saleState,
});

export function showListed(event: Listed): z.input<typeof listedEvent> {
  return { ...shared(event), availability: event.availability, venue: event.venue };
}

export function showEvent(event: Details): z.input<typeof eventAnswer> {
  return {
    ...shared(event),
    description: event.description,
    venue: event.venue,
    sections: event.sections.map(({ pricePaise, ...section }) => ({ ...section, ...inRupees({ price: pricePaise }) })),
    availableCount: event.availableCount,
    averageRating: event.rating.average,
    reviewCount: event.rating.count,
    organizer: event.organizer,
  };
}

const exampleFacts = {
  id: sample.eventId,
  slug: "rains-on-tabla",
  title: "Rains on Tabla",
  subtitle: null,
  category: "CONCERT",
  artist: null,
  language: null,
  ageRating: null,
  status: "PUBLISHED",
  eventDate: "2026-12-20T13:30:00.000Z",
  endsAt: null,
  onSaleAt: null,
  offSaleAt: null,
  ...inRupees({ basePrice: 50_000, minPrice: 50_000, maxPrice: 50_000 }),
  imageUrl: null,
  bannerUrl: null,
  seatCount: 50,
  saleState: "ON_SALE",
};

export const listedExample = {
  ...exampleFacts,
  availability: "MANY",
  venue: { id: sample.venueId, name: "Prithvi Hall", city: "Mumbai", timeZone: "Asia/Kolkata" },
};

export const eventExample = {
  ...exampleFacts,
  description: "An evening of tabla, with the rain outside.",
  venue: { ...listedExample.venue, address: "20 Juhu Church Road", amenities: [] },
  sections: [{ id: sample.sectionId, name: "Stalls", ...inRupees({ price: 50_000 }), seatCount: 50, availableCount: 50 }],
  availableCount: 50,
  averageRating: null,
  reviewCount: 0,
  organizer: { name: "Prithvi Evenings" },
};
