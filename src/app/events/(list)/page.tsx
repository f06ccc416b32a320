import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { Container } from "~/components/container";
import { PageHeader } from "~/components/page-header";
import { EventsBrowser } from "~/features/events/events-browser";
import { loadEventFilters, toListInput } from "~/features/events/search-params";
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
