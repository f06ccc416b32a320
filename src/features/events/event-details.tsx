import { Pencil } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Container } from "~/components/container";
import { Poster } from "~/components/poster";
import { Badge } from "~/components/ui/badge";
import { Breadcrumbs } from "~/components/ui/breadcrumbs";
import { Button } from "~/components/ui/button";
import { StarRating } from "~/components/ui/star-rating";
import { addressOf } from "~/lib/address";
import { categoryWords } from "~/lib/categories";
import { capitalised } from "~/lib/utils";
import type { RouterOutputs } from "~/trpc/react";
import { AddToCalendar } from "./add-to-calendar";
import { BuyBar, BuyPanel } from "./buy-panel";
import { EventFacts } from "./event-facts";
import { policyWords } from "./policy-words";
import { eventsHref } from "./search-params";
import { SectionFullness } from "./section-fullness";
import { ShareEvent } from "./share-event";
import { SimilarEvents } from "./similar-events";
import { VenueCard } from "./venue-card";

/** An event's page. `reviews` is what people who were there said. */
export function EventDetails({
  event,
  now,
  dates,
  save,
  ask,
  reviews,
}: {
  event: RouterOutputs["event"]["byId"];
  now: Date;
  /** The other showings of its run. */
  dates?: ReactNode;
  /** What lets one keep the event in mind. */
  save?: ReactNode;
  /** What lets one ask who presents it. */
  ask?: ReactNode;
  reviews?: ReactNode;
}) {
  const { venue, category, rating } = event;
  const label = categoryWords[category].label;
  const ahead = event.saleState !== "ENDED" && event.saleState !== "CANCELLED";
  return (
    <Container className="pt-6">
      <Breadcrumbs
        items={[
          { label: "Events", href: "/events" },
          { label, href: eventsHref({ category }) },
          { label: event.title },
        ]}
      />
      <div className="mt-4 grid gap-12 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <article className="min-w-0">
          <div className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-4 gap-y-5 sm:grid-cols-[minmax(0,18rem)_minmax(0,1fr)] sm:grid-rows-[auto_1fr] sm:gap-x-8 sm:gap-y-6">
            <Poster event={event} eager className="sm:row-span-2" />
            <div className="min-w-0">
              {event.status === "CANCELLED" ? (
                <Badge tone="danger">Cancelled</Badge>
              ) : (
                <Badge tone="outline">{capitalised(categoryWords[category].one)}</Badge>
              )}
              <h1 className="display mt-3 text-2xl wrap-anywhere sm:text-4xl">{event.title}</h1>
              {event.subtitle && <p className="text-ink-soft mt-2 wrap-anywhere sm:text-lg">{event.subtitle}</p>}
              {event.artist && <p className="mt-1 wrap-anywhere sm:text-lg">{event.artist}</p>}
              {rating.average !== null && (
                <StarRating value={rating.average} count={rating.count} className="mt-3 sm:mt-4" />
              )}
            </div>
            <div className="border-line col-span-full border-t pt-5 sm:col-span-1 sm:col-start-2 sm:pt-6">
              <EventFacts event={event} now={now} />
              <div className="mt-6 flex flex-wrap gap-2">
                {ahead && save}
                <ShareEvent title={event.title} />
                {ahead && (
                  <AddToCalendar
                    eventId={event.id}
                    title={event.title}
                    startsAt={event.startsAt}
                    endsAt={event.endsAt}
                    place={`${venue.name}, ${addressOf(venue)}`}
                  />
                )}
                {event.editable && (
                  <Button asChild variant="ghost">
                    <Link href={`/organizer/events/${event.id}/edit`}>
                      <Pencil aria-hidden /> Edit event
                    </Link>
                  </Button>
                )}
              </div>
            </div>
          </div>

          {dates}

          <Part title="About">
            <div className="max-w-prose space-y-4 wrap-anywhere">
              {event.description.split(/\n{2,}/).map((paragraph) => (
                <p key={paragraph} className="whitespace-pre-line">
                  {paragraph}
                </p>
              ))}
            </div>
          </Part>
          {ahead && (
            <Part title="Seats and prices">
              <SectionFullness event={event} />
              <p className="text-ink-soft mt-3 text-sm">
                What you pay for one seat{event.taxBps === 0 ? ": nothing is added." : ", 18% GST included."}
              </p>
            </Part>
          )}
          {ahead && (
            <Part title="If plans change">
              <p className="max-w-prose">{policyWords(event.policy, venue, now)}</p>
            </Part>
          )}
          <Part title="The venue">
            <VenueCard venue={venue} />
          </Part>
          {reviews && (
            <div id="reviews" className="scroll-mt-24">
              <Part title="What people said">{reviews}</Part>
            </div>
          )}
          <div className="mt-12 flex flex-wrap items-center gap-x-4 gap-y-2">
            <p className="text-ink-soft text-sm">
              Presented by <span className="wrap-anywhere">{event.organizer.name}</span>
            </p>
            {ask}
          </div>
        </article>
        <BuyPanel event={event} />
      </div>
      {ahead && <SimilarEvents id={event.id} seriesId={event.seriesId} category={category} label={label} />}
      <BuyBar event={event} />
    </Container>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-12">
      <h2 className="display mb-4 text-2xl">{title}</h2>
      {children}
    </section>
  );
}
