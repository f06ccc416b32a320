import { headers } from "next/headers";
import { Container } from "~/components/container";
import { CategoryIndex } from "~/features/events/category-index";
import { CityShelf } from "~/features/events/city-shelf";
import { EventShelf } from "~/features/events/event-shelf";
import { HomeSearch } from "~/features/events/home-search";
import { RecentSearches } from "~/features/events/recent-searches";
import { eventsHref } from "~/features/events/search-params";
import { dayEnd, dayStart, homeZone, weekendFrom } from "~/lib/calendar";
import { chosenCity } from "~/lib/chosen-city";
import { api } from "~/trpc/server";

export default async function HomePage() {
  const weekend = weekendFrom(new Date(), homeZone);
  const weekendSpan = { dateFrom: dayStart(weekend.from, homeZone)!, dateTo: dayEnd(weekend.to, homeZone)! };
  const facets = await api.event.facets();
  const cities = facets.cities.map(({ city }) => city);
  const remembered = chosenCity((await headers()).get("cookie"), cities);
  const city = remembered ?? cities[0];
  const [featured, thisWeekend, upcoming, inCity] = await Promise.all([
    api.event.list({ featured: true, limit: 4 }),
    api.event.list({ ...weekendSpan, limit: 8 }),
    api.event.list({ limit: 12 }),
    api.event.list({ city, limit: 8 }),
  ]);
  // The same poster once: what stands above is not shown again below, where there is enough else.
  const shown = new Set(featured.items.map(({ id }) => id));
  const fresh = (items: typeof upcoming.items) => {
    const others = items.filter(({ id }) => !shown.has(id)).slice(0, 4);
    others.forEach(({ id }) => shown.add(id));
    return others;
  };
  const weekendEvents = fresh(thisWeekend.items);
  // Of a city, all it has where it has little else.
  const cityItems = inCity.items.filter(({ id }) => !shown.has(id));
  const first = { ...inCity, items: (cityItems.length < 4 ? inCity.items : cityItems).slice(0, 4) };
  first.items.forEach(({ id }) => shown.add(id));
  const nextEvents = fresh(upcoming.items);
  return (
    <Container>
      <div className="pt-10 pb-4 sm:pt-16 sm:pb-8">
        <h1 className="display max-w-4xl text-4xl sm:text-5xl">The seat you choose is the seat you get.</h1>
        <p className="text-ink-soft mt-4 mb-8 max-w-prose text-lg">
          Pick it on the map, see the whole price at once, and keep it for ten minutes while you decide.
        </p>
        <HomeSearch cities={cities} city={remembered} />
        <div className="min-h-13 pt-3">
          <RecentSearches />
        </div>
      </div>
      <div className="space-y-16 sm:space-y-24">
        {featured.items.length > 0 && (
          <EventShelf title="Worth leaving the house for" events={featured.items} eager />
        )}
        {weekendEvents.length > 0 && (
          <EventShelf
            title="This weekend"
            events={weekendEvents}
            href={eventsHref({ dateFrom: weekend.from, dateTo: weekend.to })}
            linkLabel={`All ${thisWeekend.total} this weekend`}
          />
        )}
        {facets.cities.length > 0 && <CityShelf cities={facets.cities} first={first} chosen={city ?? ""} />}
        <CategoryIndex categories={facets.categories} />
        {nextEvents.length > 0 && (
          <EventShelf title="Next up" events={nextEvents} href="/events" linkLabel={`All ${upcoming.total} events`} />
        )}
      </div>
    </Container>
  );
}
