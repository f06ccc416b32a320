"use client";

import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useId, type FormEvent, type ReactNode } from "react";
import { Button } from "~/components/ui/button";
import { rememberCity } from "~/lib/chosen-city";

const whens = [
  { value: "", label: "Any day" },
  { value: "weekend", label: "This weekend" },
  { value: "week", label: "The next 7 days" },
  { value: "month", label: "The next 30 days" },
] as const;

const inputClasses =
  "h-11 w-full min-w-0 bg-transparent text-lg font-medium outline-none placeholder:text-ink-soft placeholder:font-normal [&::-webkit-search-cancel-button]:appearance-none";

// A select stands 4 px in by itself.
const selectClasses = `${inputClasses} -ml-1`;

/** What, where, when: the largest thing on the home page. Leads to the events page with its filters set. */
export function HomeSearch({ cities, city }: { cities: string[]; /** The one chosen last. */ city?: string }) {
  const router = useRouter();

  function search(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    // As a browser would send the form; the page that takes it knows which days a "when" means.
    const given = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value).trim()]);
    router.push(`/events?${new URLSearchParams(given.filter(([, value]) => value))}`);
  }

  return (
    <form
      action="/events"
      role="search"
      aria-label="Find an event"
      onSubmit={search}
      className="bg-raised border-ink rounded-card divide-line grid divide-y border-2 md:grid-cols-[1.6fr_1fr_1fr_auto] md:divide-x md:divide-y-0"
    >
      <Part label="What">
        {(id) => (
          <input
            id={id}
            name="search"
            type="search"
            maxLength={100}
            placeholder="A title, an artist, a venue"
            className={inputClasses}
          />
        )}
      </Part>
      <Part label="Where">
        {(id) => (
          <select id={id} name="city" defaultValue={city ?? ""} onChange={({ target }) => rememberCity(target.value)} className={selectClasses}>
            <option value="">Every city</option>
            {cities.map((city) => (
              <option key={city}>{city}</option>
            ))}
          </select>
        )}
      </Part>
      <Part label="When">
        {(id) => (
          <select id={id} name="when" className={selectClasses}>
            {whens.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Part>
      <div className="p-3">
        <Button type="submit" size="lg" className="h-full! min-h-13 w-full">
          <Search aria-hidden /> Find seats
        </Button>
      </div>
    </form>
  );
}

function Part({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="has-focus-visible:outline-focus rounded-card px-5 pt-3 pb-1 has-focus-visible:outline-2 has-focus-visible:-outline-offset-2">
      <label htmlFor={id} className="text-ink-soft block text-sm">
        {label}
      </label>
      {children(id)}
    </div>
  );
}
