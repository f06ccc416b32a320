import { createLoader, parseAsInteger, parseAsStringLiteral } from "nuqs/server";

export const bookingTabs = ["upcoming", "past", "ended"] as const;
export type BookingTab = (typeof bookingTabs)[number];

/** What the address of My bookings says. */
export const bookingsQuery = {
  tab: parseAsStringLiteral(bookingTabs).withDefault("upcoming"),
  page: parseAsInteger.withDefault(1),
};

export const loadBookingsQuery = createLoader(bookingsQuery);

/** The input of `booking.list` for a tab and page, the same on the server and in the browser. */
export function listInput({ tab, page }: { tab: BookingTab; page: number }) {
  return { when: tab, page: Math.max(1, page), limit: 10 };
}

/** The address of a tab's page. */
export function bookingsHref(tab: BookingTab, page = 1): string {
  const query = new URLSearchParams();
  if (tab !== "upcoming") query.set("tab", tab);
  if (page > 1) query.set("page", String(page));
  return query.size > 0 ? `/my-bookings?${query}` : "/my-bookings";
}
