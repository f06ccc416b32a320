import { policyOf } from "~/domain/cancellation";
import { notFound } from "~/domain/errors";
import { saleStateAt } from "~/domain/event-state";
import { mayManageEvent, standingOf, type Actor } from "~/domain/permissions";
import { reaches } from "~/domain/team";
import { availableBySection } from "~/domain/seating/section-availability";
import { allIn } from "~/domain/tax";
import type { Db } from "~/server/db/db";
import { ratingOf } from "../reviews/rating-of";
import { loadAvailability } from "~/server/services/occupancy/availability-loader";
import { maySeeEvent } from "~/server/services/rights/event-rules";

const select = {
  id: true,
  slug: true,
  title: true,
  subtitle: true,
  description: true,
  category: true,
  artist: true,
  language: true,
  ageRating: true,
  status: true,
  planHash: true,
  seatCount: true,
  startsAt: true,
  endsAt: true,
  onSaleAt: true,
  offSaleAt: true,
  basePricePaise: true,
  minPricePaise: true,
  maxPricePaise: true,
  taxBps: true,
  imageUrl: true,
  bannerUrl: true,
  featured: true,
  orphanRule: true,
  cancelUntilHours: true,
  cancelRefundBps: true,
  cancelReason: true,
  confirmationNote: true,
  updatedAt: true,
  seriesId: true,
  organizerId: true,
  organizer: { select: { name: true } },
  venue: {
    select: {
      id: true,
      name: true,
      slug: true,
      address: true,
      city: true,
      timeZone: true,
      amenities: true,
      latitude: true,
      longitude: true,
    },
  },
  sections: {
    orderBy: { position: "asc" },
    select: { sectionId: true, name: true, priceMultiplierBps: true, pricePaise: true, fromPricePaise: true, toPricePaise: true, seatCount: true },
  },
} as const;

/**
 * An event as its page shows it: prices before tax and all-in, what is free in each section, ratings, and whether
 * seats may be had now.
 * @throws AppError NOT_FOUND, also for another's draft
 */
export async function getEvent({ db, actor, id }: { db: Db; actor: Actor | null; id: string }) {
  const [event, reading] = await Promise.all([
    db.event.findUnique({ where: { id }, select }),
    loadAvailability({ db, eventId: id }),
  ]);
  if (!event || !reading || !maySeeEvent(actor, event)) throw notFound("event");
  const { organizerId, sections, ...facts } = event;
  const managed = actor !== null && mayManageEvent(actor, { organizerId });
  const free = availableBySection(reading.bytes, sections);
  return {
    ...facts,
    fromAllInPaise: allIn(event.minPricePaise, event.taxBps),
    toAllInPaise: allIn(event.maxPricePaise, event.taxBps),
    sections: sections.map(({ sectionId, fromPricePaise, toPricePaise, ...section }, index) => ({
      id: sectionId,
      ...section,
      pricePaise: fromPricePaise ?? section.pricePaise,
      allInPaise: allIn(fromPricePaise ?? section.pricePaise, event.taxBps),
      /** Of its dearest seat. */
      toAllInPaise: allIn(toPricePaise ?? section.pricePaise, event.taxBps),
      availableCount: free[index] ?? 0,
    })),
    availableCount: free.reduce((total, count) => total + count, 0),
    rating: await ratingOf({ db, eventId: id }),
    saleState: saleStateAt(event, reading.readAt),
    policy: policyOf(event),
    // For who comes; the organizer sees it in the form.
    confirmationNote: managed ? event.confirmationNote : null,
    managed,
    editable: managed && actor !== null && reaches(standingOf(actor), "MANAGER"),
  };
}
