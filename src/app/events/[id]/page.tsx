import type { Metadata } from "next";
import { env } from "~/env";
import { DateStrip } from "~/features/events/date-strip";
import { EventDetails } from "~/features/events/event-details";
import { eventJsonLd } from "~/features/events/event-json-ld";
import { AskOrganizer } from "~/features/questions/ask-organizer";
import { Reviews } from "~/features/reviews/reviews";
import { SaveEvent } from "~/features/saved/save-event";
import { formatWhen } from "~/lib/dates";
import { currentUser } from "~/server/auth";
import { api, HydrateClient } from "~/trpc/server";
import { readEvent } from "./event";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title, startsAt, venue, description, id, status } = await readEvent((await params).id);
  const when = `${formatWhen(startsAt, venue)}, at ${venue.name}`;
  const summary = `${when}. ${description.slice(0, 150).trimEnd()}${description.length > 150 ? "…" : ""}`;
  const image = { url: `/posters/${id}/banner.png`, width: 1200, height: 630, alt: `Poster of ${title}` };
  return {
    title,
    description: summary,
    alternates: { canonical: `/events/${id}` },
    robots: status === "DRAFT" ? { index: false } : undefined,
    openGraph: {
      title,
      description: when,
      images: [image],
      type: "website",
      siteName: "Aisle",
      locale: "en_IN",
    },
    twitter: { card: "summary_large_image", title, description: when, images: [image] },
  };
}

export default async function EventPage({ params }: Props) {
  const [event, user] = await Promise.all([readEvent((await params).id), currentUser()]);
  const now = new Date();
  const { id, venue } = event;
  const over = event.startsAt < now;
  const showings = event.seriesId ? await api.showing.ahead({ eventId: id }) : [];
  if (over) await api.review.list.prefetch({ eventId: id, limit: 10 });
  return (
    <HydrateClient>
      {event.status !== "DRAFT" && <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: eventJsonLd(event, env.APP_URL) }} />}
      <EventDetails
        event={event}
        now={now}
        dates={<DateStrip showings={showings} event={event} now={now} />}
        save={<SaveEvent eventId={id} signedIn={user !== null} notYetOnSale={event.saleState === "NOT_YET"} />}
        ask={event.status === "PUBLISHED" && <AskOrganizer eventId={id} organizer={event.organizer.name} signedIn={user !== null} />}
        reviews={over && <Reviews eventId={id} timeZone={venue.timeZone} />}
      />
    </HydrateClient>
  );
}
