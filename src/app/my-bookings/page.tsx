import type { Metadata } from "next";
import { redirect } from "next/navigation";
import type { SearchParams } from "nuqs/server";
import { Container } from "~/components/container";
import { PageHeader } from "~/components/page-header";
import { Button } from "~/components/ui/button";
import { BookingList } from "~/features/bookings/booking-list";
import { BookingTabs } from "~/features/bookings/booking-tabs";
import { bookingsHref, listInput, loadBookingsQuery } from "~/features/bookings/tabs";
import { loginPath } from "~/lib/local-path";
import { currentUser } from "~/server/auth";
import { api, HydrateClient } from "~/trpc/server";

export const metadata: Metadata = { title: "My bookings", robots: { index: false } };

// A document of its own, whichever page one came from: it keeps what it shows on this device.
const tickets = "/tickets";

export default async function MyBookingsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const query = await loadBookingsQuery(searchParams);
  if (!(await currentUser())) redirect(loginPath(bookingsHref(query.tab, query.page)));
  await api.booking.list.prefetch(listInput(query));
  return (
    <HydrateClient>
      <Container>
        <PageHeader
          title="My bookings"
          actions={
            <Button asChild variant="secondary" size="sm">
              <a href={tickets}>Tickets for the door</a>
            </Button>
          }
        />
        <BookingTabs tab={query.tab} />
        <BookingList tab={query.tab} page={query.page} />
      </Container>
    </HydrateClient>
  );
}
