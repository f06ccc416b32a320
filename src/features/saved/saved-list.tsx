"use client";

import { Heart } from "lucide-react";
import Link from "next/link";
import { EventCard, EventCardSkeleton } from "~/components/event-card";
import { Button } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { ErrorState } from "~/components/ui/error-state";
import { useSignInWhenEnded } from "~/lib/use-sign-in";
import { api } from "~/trpc/react";

const wall = "grid grid-cols-2 gap-x-4 gap-y-10 sm:gap-x-6 md:grid-cols-3 lg:grid-cols-4";

/** The events that one keeps in mind, the soonest first. */
export function SavedList() {
  const query = api.saved.list.useQuery(undefined, { staleTime: 0, refetchOnMount: "always" });
  useSignInWhenEnded("/saved", query.error);
  if (query.isError) return <ErrorState title="Your list did not load" onRetry={() => void query.refetch()} retrying={query.isFetching} />;
  if (!query.data) {
    return (
      <div role="status" aria-busy="true" className={wall}>
        <span className="sr-only">Your saved events are loading</span>
        {[0, 1, 2, 3].map((card) => (
          <EventCardSkeleton key={card} />
        ))}
      </div>
    );
  }
  if (query.data.length === 0) {
    return (
      <EmptyState
        icon={Heart}
        title="Nothing saved yet"
        action={
          <Button asChild>
            <Link href="/events">See what&apos;s on</Link>
          </Button>
        }
      >
        Press Save on an event, and you find it here until it is over.
      </EmptyState>
    );
  }
  return (
    <>
      <h2 className="sr-only">The soonest first</h2>
      <ul className={wall}>
        {query.data.map((event, index) => (
          <li key={event.id}>
            <EventCard event={event} eager={index < 4} />
          </li>
        ))}
      </ul>
    </>
  );
}
