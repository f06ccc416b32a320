import type { Metadata } from "next";
import { redirect } from "next/navigation";
import type { SearchParams } from "nuqs/server";
import { Container } from "~/components/container";
import { PageHeader } from "~/components/page-header";
import { daysOf } from "~/features/events/days-of";
import { EventsBrowser } from "~/features/events/events-browser";
import { eventsHref, loadEventFilters, toListInput } from "~/features/events/search-params";
import { categoryWords } from "~/lib/categories";
import { api, HydrateClient } from "~/trpc/server";

type Props = { searchParams: Promise<SearchParams> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { category, city } = await loadEventFilters(searchParams);
  const what = category ? categoryWords[category].label : "Events";
  return { title: city ? `${what} in ${city}` : what };
}

export default async function EventsPage({ searchParams }: Props) {
  const filters = await loadEventFilters(searchParams);
  // "?when=weekend": a link that does not grow old, and the home page's form where no script ran.
  const { when } = await searchParams;
  const days = typeof when === "string" ? daysOf(when, new Date()) : {};
  if (days.dateFrom) redirect(eventsHref({ ...filters, ...days }));
  await Promise.all([api.event.list.prefetch(toListInput(filters)), api.event.facets.prefetch()]);
  return (
    <HydrateClient>
      <Container>
        <PageHeader title="Events" />
        <EventsBrowser />
      </Container>
    </HydrateClient>
  );
}
