"use client";

import { X } from "lucide-react";
import { useEffect, useState } from "react";
import { cn } from "~/lib/utils";
import type { Notice } from "./selection-store";

/** Long enough for two sentences; a warning stays until the next thing happens. */
const SHOWN_MS = 5_000;

/** What happened last, over the map. It is read aloud by the page's live region, not here. */
export function SeatNotice({ notice, className }: { notice: Notice | null; className?: string }) {
  const [closed, setClosed] = useState(0);
  const fading = notice?.tone === "info" ? notice.id : 0;
  useEffect(() => {
    if (fading === 0) return;
    const timer = setTimeout(() => setClosed(fading), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [fading]);
  if (!notice || closed === notice.id) return null;
  return (
    <div
      aria-hidden
      key={notice.id}
      className={cn(
        "rounded-control shadow-float animate-pop-in flex max-w-md items-center gap-2 py-1 pr-1 pl-4 text-sm font-medium",
        notice.tone === "warning" ? "bg-warning-soft text-warning" : "bg-ink text-paper",
        className,
      )}
    >
      <p className="py-1.5">{notice.text}</p>
      <button
        type="button"
        tabIndex={-1}
        onClick={() => setClosed(notice.id)}
        className="grid size-9 shrink-0 place-items-center"
      >
        <X className="size-4" />
      </button>
    </div>
  );
}
