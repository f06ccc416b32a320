"use client";

import { History } from "lucide-react";
import Link from "next/link";
import { Button } from "~/components/ui/button";
import { recentSearches, useRecentSearches } from "~/lib/recent-searches";
import { cn } from "~/lib/utils";

/** What one searched for lately on this device, one press away. Nothing where nothing was. */
export function RecentSearches({ className }: { className?: string }) {
  const searches = useRecentSearches();
  if (searches.length === 0) return null;
  return (
    <nav aria-label="Recent searches" className={cn("flex flex-wrap items-center gap-x-4 gap-y-1 text-sm", className)}>
      <History aria-hidden className="text-ink-soft size-4" />
      <ul className="contents">
        {searches.map((words) => (
          <li key={words} className="min-w-0">
            <Link
              href={`/events?${new URLSearchParams({ search: words })}`}
              prefetch={false}
              className="decoration-line-strong hover:decoration-ink inline-flex min-h-9 max-w-60 items-center underline underline-offset-4"
            >
              <span className="truncate">{words}</span>
            </Link>
          </li>
        ))}
      </ul>
      <Button variant="ghost" size="sm" className="text-ink-soft! -ml-3" onClick={recentSearches.forget}>
        Forget these
      </Button>
    </nav>
  );
}
