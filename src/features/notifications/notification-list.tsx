"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { BellOff } from "lucide-react";
import Link from "next/link";
import { BeyondEnd } from "~/components/beyond-end";
import { Button } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { ErrorState } from "~/components/ui/error-state";
import { Pagination } from "~/components/ui/pagination";
import { Skeleton, SkeletonRegion } from "~/components/ui/skeleton";
import { countOf } from "~/lib/words";
import { api } from "~/trpc/react";
import { NotificationRow } from "./notification-row";
import { useNotificationMarks } from "./use-notifications";

const hrefFor = (page: number) => `/notifications?page=${page}`;

/** All of one's messages, a page at a time. */
export function NotificationList({ page }: { page: number }) {
  const query = api.notification.list.useQuery({ page, limit: 20, unreadOnly: false }, { placeholderData: keepPreviousData });
  const { markRead, markAllRead, marking } = useNotificationMarks();
  const { data } = query;
  if (!data) {
    if (query.isError)
      return <ErrorState title="Your messages did not load" onRetry={() => void query.refetch()} retrying={query.isFetching} />;
    return (
      <SkeletonRegion label="Loading your messages" className="grid gap-3">
        {Array.from({ length: 6 }, (_, index) => (
          <Skeleton key={index} className="h-20" />
        ))}
      </SkeletonRegion>
    );
  }
  if (data.items.length === 0 && data.total > 0) return <BeyondEnd page={page} pageCount={data.pageCount} hrefFor={hrefFor} />;
  if (data.items.length === 0) {
    return (
      <EmptyState
        icon={BellOff}
        title="No messages yet"
        action={
          <Button asChild>
            <Link href="/events">See what&apos;s on</Link>
          </Button>
        }
      >
        Confirmations, changes and reminders for your bookings will stand here.
      </EmptyState>
    );
  }
  return (
    <div>
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-3">
        <p className="text-ink-soft" role="status">
          {data.unread > 0 ? `${countOf(data.unread, "message")} unread` : "All read"}
        </p>
        {data.unread > 0 && (
          <Button variant="secondary" size="sm" loading={marking} onClick={markAllRead}>
            Mark all read
          </Button>
        )}
      </div>
      <ul className="divide-line border-line mt-3 divide-y border-y">
        {data.items.map((item) => (
          <li key={item.id} className="py-1">
            <NotificationRow notification={item} onOpen={() => !item.readAt && markRead(item.id)} />
          </li>
        ))}
      </ul>
      <div className="mt-8">
        <Pagination page={data.page} pageCount={data.pageCount} hrefFor={hrefFor} />
      </div>
    </div>
  );
}
