import Link from "next/link";
import { cn } from "~/lib/utils";
import { bookingsHref, bookingTabs, type BookingTab } from "./tabs";

const words: Record<BookingTab, string> = {
  upcoming: "Upcoming",
  past: "Past",
  ended: "Cancelled & expired",
};

/** The three drawers of My bookings, each with an address of its own. */
export function BookingTabs({ tab }: { tab: BookingTab }) {
  return (
    <nav aria-label="Bookings" className="border-line no-scrollbar flex gap-6 overflow-x-auto border-b">
      {bookingTabs.map((name) => (
        <Link
          key={name}
          href={bookingsHref(name)}
          scroll={false}
          aria-current={name === tab ? "page" : undefined}
          className={cn(
            "hover:text-ink -mb-px inline-flex h-11 shrink-0 items-center border-b-2 font-medium transition-colors focus-visible:outline-offset-[-2px]",
            name === tab ? "border-ink text-ink" : "text-ink-soft border-transparent",
          )}
        >
          {words[name]}
        </Link>
      ))}
    </nav>
  );
}
