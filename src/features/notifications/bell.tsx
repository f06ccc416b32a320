"use client";

import { Bell } from "lucide-react";
import type { ComponentProps } from "react";
import { Button } from "~/components/ui/button";
import { OnDemand } from "~/lib/on-demand";
import { api } from "~/trpc/react";

const LATEST = { page: 1, limit: 6, unreadOnly: false };
const loadPanel = () => import("./bell-panel").then((module) => module.BellPanel);

/** The latest messages. Asks each minute and on return. */
export function useLatest() {
  return api.notification.list.useQuery(LATEST, {
    refetchInterval: 60_000,
    refetchOnWindowFocus: true,
    staleTime: 20_000,
  });
}

/** The bell in the bar: how many messages are unread, and the latest behind it. */
export function NotificationBell() {
  const unread = useLatest().data?.unread ?? 0;
  return (
    <OnDemand load={loadPanel} props={{}} popup="dialog">
      {(opener) => <BellButton unread={unread} {...opener} />}
    </OnDemand>
  );
}

/** The bell itself. */
export function BellButton({ unread, ...props }: { unread: number } & ComponentProps<typeof Button>) {
  const label = unread > 0 ? `Messages, ${unread} unread` : "Messages";
  return (
    <Button variant="ghost" size="icon" aria-label={label} className="relative" {...props}>
      <Bell aria-hidden />
      {unread > 0 && (
        <span
          aria-hidden
          className="bg-accent text-accent-ink figures absolute top-1 right-0.5 grid h-4.5 min-w-4.5 place-items-center rounded-full px-1 text-[11px] font-semibold"
        >
          {unread > 99 ? "99+" : unread}
        </span>
      )}
    </Button>
  );
}
