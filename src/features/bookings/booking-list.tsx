"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { Ticket } from "lucide-react";
import Link from "next/link";
import { BeyondEnd } from "~/components/beyond-end";
import { Button } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { ErrorState } from "~/components/ui/error-state";
import { Pagination } from "~/components/ui/pagination";
import { clockOffsetMs } from "~/lib/server-clock";
import { useSignInWhenEnded } from "~/lib/use-sign-in";
import { api } from "~/trpc/react";
import { BookingCard } from "./booking-card";
import { BookingListSkeleton } from "./booking-list-skeleton";
import { bookingsHref, listInput, type BookingTab } from "./tabs";

const empty: Record<BookingTab, { title: string; text: string }> = {
  upcoming: { title: "Nothing planned yet", text: "Seats you book are listed here until the event is over." },
  past: { title: "Nothing here yet", text: "Events you have been to will be listed here." },
  ended: { title: "Nothing was called off", text: "Bookings that were cancelled or ran out are kept here." },
};

const heading: Record<BookingTab, string> = { upcoming: "To come", past: "Past", ended: "Cancelled and expired" };

/** One tab's bookings, a page at a time. */
export function BookingList({ tab, page }: { tab: BookingTab; page: number }) {
  const query = api.booking.list.useQuery(listInput({ tab, page }), {
    staleTime: 0,
    refetchOnMount: "always",
    placeholderData: keepPreviousData,
  });
  useSignInWhenEnded(bookingsHref(tab, page), query.error);
  const { data } = query;
  if (!data) {
    if (!query.isError) return <BookingListSkeleton />;
    return (
      <ErrorState title="Your bookings did not load" onRetry={() => void query.refetch()} retrying={query.isFetching} />
    );
  }
  const hrefFor = (to: number) => bookingsHref(tab, to);
  if (data.items.length === 0 && data.total > 0) return <BeyondEnd page={page} pageCount={data.pageCount} hrefFor={hrefFor} />;
  if (data.items.length === 0) {
    const { title, text } = empty[tab];
    return (
      <EmptyState
        icon={Ticket}
        title={title}
        className="border-t-0! pt-6"
        action={
          <Button asChild>
            <Link href="/events">See what&apos;s on</Link>
          </Button>
        }
      >
        {text}
      </EmptyState>
    );
  }
  return (
    <>
      <h2 className="sr-only">{heading[tab]}</h2>
      <ul className="divide-line divide-y">
        {data.items.map((booking) => (
          <li key={booking.id}>
            <BookingCard
              booking={booking}
              clockOffsetMs={clockOffsetMs(booking.serverNow, query.dataUpdatedAt)}
              onExpire={() => void query.refetch()}
            />
          </li>
        ))}
      </ul>
      <div className="mt-8">
        <Pagination page={data.page} pageCount={data.pageCount} hrefFor={hrefFor} />
      </div>
    </>
  );
}
