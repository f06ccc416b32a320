"use client";

import Link from "next/link";
import { Button } from "~/components/ui/button";
import { Price } from "~/components/ui/price";
import { formatWhen } from "~/lib/dates";
import type { RouterOutputs } from "~/trpc/react";
import { useLiveEvent } from "./use-live-event";

type Event = RouterOutputs["event"]["byId"];

/** Whether seats may be had, and in a sentence why not. Where few are left, the headline is their number. */
export function offerOf(event: Event): { open: boolean; headline: string | null; detail: string | null } {
  const { saleState, availableCount, seatCount, venue } = event;
  if (saleState === "CANCELLED")
    return {
      open: false,
      headline: "Cancelled",
      detail: event.cancelReason ?? "Whoever had tickets gets everything back.",
    };
  if (saleState === "NOT_PUBLISHED")
    return {
      open: false,
      headline: "A draft",
      detail: "Only you can see this page. Publish the event to sell its seats.",
    };
  if (saleState === "ENDED") return { open: false, headline: "Sales have ended", detail: null };
  if (saleState === "NOT_YET") {
    const from = event.onSaleAt ? formatWhen(event.onSaleAt, venue) : null;
    return { open: false, headline: "Not on sale yet", detail: from && `Sales begin ${from}.` };
  }
  if (availableCount === 0)
    return {
      open: false,
      headline: "Sold out",
      detail: "Seats that others hold may come back within ten minutes.",
    };
  const few = availableCount <= seatCount * 0.1;
  return {
    open: true,
    headline: few
      ? `${availableCount.toLocaleString("en-IN")} ${availableCount === 1 ? "seat" : "seats"} left`
      : null,
    detail: null,
  };
}

function PriceRange({ event }: { event: Event }) {
  const { fromAllInPaise, toAllInPaise } = event;
  return (
    <span className="text-price whitespace-nowrap">
      <Price paise={fromAllInPaise} size="lg" />
      {toAllInPaise > fromAllInPaise && (
        <>
          {" "}
          to <Price paise={toAllInPaise} size="lg" />
        </>
      )}
    </span>
  );
}

function ChooseSeats({ eventId, className }: { eventId: string; className?: string }) {
  return (
    <Button asChild size="lg" className={className}>
      <Link href={`/booking/${eventId}`}>Choose seats</Link>
    </Button>
  );
}

/** The way to a seat, in sight all the way down the page: beside it, on wide screens. */
export function BuyPanel({ event: made }: { event: Event }) {
  const event = useLiveEvent(made);
  const { open, headline, detail } = offerOf(event);
  return (
    <aside aria-label="Tickets" className="hidden lg:block">
      <div className="border-ink rounded-card bg-raised sticky top-[calc(var(--nav-height)+1.5rem)] border-2 p-6">
        <PriceRange event={event} />
        <p className="text-ink-soft mt-1 text-sm">{event.taxBps === 0 ? "a seat, all in" : "a seat, 18% GST included"}</p>
        {headline && <p className="mt-4 font-semibold">{headline}</p>}
        {detail && <p className="text-ink-soft mt-1 text-sm">{detail}</p>}
        {open && <ChooseSeats eventId={event.id} className="mt-5 w-full" />}
        {open && (
          <p className="text-ink-soft mt-3 text-sm">
            Up to six seats, yours for ten minutes from the first one you pick.
          </p>
        )}
      </div>
    </aside>
  );
}

/** The same on phones: along the foot of the screen until the page ends. */
export function BuyBar({ event: made }: { event: Event }) {
  const event = useLiveEvent(made);
  const { open, headline, detail } = offerOf(event);
  return (
    <aside
      aria-label="Tickets"
      className="border-line bg-raised sticky bottom-0 z-30 -mx-4 mt-12 border-t px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:-mx-6 sm:px-6 lg:hidden"
    >
      <div className="mx-auto flex max-w-xl items-center justify-between gap-4">
        <div className="min-w-0">
          {open ? (
            <Price paise={event.fromAllInPaise} from size="lg" />
          ) : (
            <p className="font-semibold">{headline}</p>
          )}
          <p className="text-ink-soft truncate text-sm">{open ? (headline ?? (event.taxBps === 0 ? "a seat, all in" : "GST included")) : detail}</p>
        </div>
        {open && <ChooseSeats eventId={event.id} className="shrink-0 px-5!" />}
      </div>
    </aside>
  );
}
