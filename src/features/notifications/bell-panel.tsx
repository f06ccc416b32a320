"use client";

import Link from "next/link";
import { useState } from "react";
import { Button } from "~/components/ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "~/components/ui/popover";
import { Skeleton } from "~/components/ui/skeleton";
import { countOf } from "~/lib/words";
import { BellButton, useLatest } from "./bell";
import { NotificationRow } from "./notification-row";
import { useNotificationMarks } from "./use-notifications";

/** The latest messages, behind the bell. */
export function BellPanel({ defaultOpen }: { defaultOpen: boolean }) {
  const [open, setOpen] = useState(defaultOpen);
  const { data, isError } = useLatest();
  const { markRead, markAllRead, marking } = useNotificationMarks();
  const unread = data?.unread ?? 0;
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <BellButton unread={unread} />
      </PopoverTrigger>
      <PopoverContent align="end" aria-label="Messages" className="w-96! p-3!">
        <div className="flex min-h-11 items-center justify-between gap-3 px-2">
          <p className="display text-lg">{unread > 0 ? countOf(unread, "unread message") : "Messages"}</p>
          {unread > 0 && (
            <Button variant="link" size="sm" loading={marking} onClick={markAllRead}>
              Mark all read
            </Button>
          )}
        </div>
        <ul className="divide-line max-h-[60dvh] divide-y overflow-y-auto">
          {data?.items.map((item) => (
            <li key={item.id}>
              <NotificationRow
                notification={item}
                onOpen={() => {
                  if (!item.readAt) markRead(item.id);
                  setOpen(false);
                }}
              />
            </li>
          ))}
        </ul>
        {!data && !isError && <Skeleton className="m-2 h-16" />}
        {isError && (
          <p className="text-ink-soft px-2 py-4 text-sm">
            Your messages did not load. They will in a moment.
          </p>
        )}
        {data?.items.length === 0 && (
          <p className="text-ink-soft px-2 pt-1 pb-4 text-sm">
            Nothing yet. News about your bookings will stand here.
          </p>
        )}
        <Button asChild variant="secondary" className="mt-2 w-full" onClick={() => setOpen(false)}>
          <Link href="/notifications">All messages</Link>
        </Button>
      </PopoverContent>
    </Popover>
  );
}
