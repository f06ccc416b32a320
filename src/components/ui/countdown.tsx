"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { cn } from "~/lib/utils";

const WARNING_MS = 2 * 60_000;
const ANNOUNCE_AT = [5, 2, 1].map((m) => m * 60_000);

function clock(ms: number) {
  const seconds = Math.ceil(ms / 1000);
  return `${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}`;
}

/** What to say aloud when the rest falls from `before` to `now` ms; empty where no mark is crossed. */
export function announcementFor(before: number, now: number): string {
  if (before > 0 && now <= 0) return "Time is up";
  const mark = ANNOUNCE_AT.filter((m) => before > m && now <= m).at(-1);
  if (!mark || now <= 0) return "";
  const minutes = mark / 60_000;
  return minutes === 1 ? "1 minute left" : `${minutes} minutes left`;
}

/**
 * Minutes and seconds until `until`; turns to warning at two minutes, speaks at five, two and one,
 * calls `onExpire` once. `clockOffsetMs` is server time minus this device's time.
 */
export function Countdown({
  until,
  label,
  onExpire,
  clockOffsetMs = 0,
  className,
}: {
  until: Date;
  label: string;
  onExpire?: () => void;
  clockOffsetMs?: number;
  className?: string;
}) {
  const end = until.getTime();
  // Null until mounted: the server's clock must not be what a person first sees.
  const [left, setLeft] = useState<number | null>(null);
  const [spoken, setSpoken] = useState("");
  const expired = useEffectEvent(() => onExpire?.());

  useEffect(() => {
    let before = Number.POSITIVE_INFINITY;
    const tick = () => {
      const now = Math.max(0, end - (Date.now() + clockOffsetMs));
      setLeft(now);
      const words = before === Number.POSITIVE_INFINITY ? "" : announcementFor(before, now);
      if (words) setSpoken(words);
      if (now === 0) {
        clearInterval(timer);
        expired();
      }
      before = now;
    };
    const timer = setInterval(tick, 250);
    tick();
    return () => clearInterval(timer);
  }, [end, clockOffsetMs]);

  const warning = left !== null && left <= WARNING_MS;
  return (
    <span className={cn("inline-flex items-baseline", className)}>
      <span
        role="timer"
        aria-label={label}
        data-warning={warning || undefined}
        className={cn("figures font-semibold transition-colors", warning ? "text-urgent" : "text-price")}
      >
        {left === null ? "--:--" : clock(left)}
      </span>
      <span aria-live="polite" className="sr-only">
        {spoken}
      </span>
    </span>
  );
}
