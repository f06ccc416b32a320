"use client";

import Link from "next/link";
import { homeZone } from "~/lib/calendar";
import { formatWhen } from "~/lib/dates";
import { cn } from "~/lib/utils";
import type { RouterOutputs } from "~/trpc/react";

type Notification = RouterOutputs["notification"]["list"]["items"][number];

/** One message; a dot where it was not read. It leads to what it is about, and is read by that. */
export function NotificationRow({
  notification,
  onOpen,
}: {
  notification: Notification;
  onOpen: () => void;
}) {
  const { title, body, href, readAt, createdAt } = notification;
  const content = (
    <>
      <span aria-hidden className={cn("mt-2 size-2 shrink-0 rounded-full", readAt ? "bg-transparent" : "bg-accent")} />
      <span className="min-w-0 flex-1">
        <span className={cn("block", readAt ? "text-ink" : "font-semibold")}>
          {!readAt && <span className="sr-only">Unread: </span>}
          {title}
        </span>
        <span className="text-ink-soft mt-0.5 block text-sm">{body}</span>
        <time dateTime={createdAt.toISOString()} className="text-ink-soft figures mt-1 block text-xs">
          {formatWhen(createdAt, { timeZone: homeZone })}
        </time>
      </span>
    </>
  );
  const look = "rounded-control hover:bg-surface flex w-full gap-3 px-2 py-3 text-left";
  return href ? (
    <Link href={href} className={look} onClick={onOpen}>
      {content}
    </Link>
  ) : (
    <button type="button" className={look} onClick={onOpen}>
      {content}
    </button>
  );
}
