import type { Metadata } from "next";
import Link from "next/link";
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
              <Link href="/tickets">Tickets for the door</Link>
            </Button>
          }
        />
        <BookingTabs tab={query.tab} />
        <BookingList tab={query.tab} page={query.page} />
      </Container>
    </HydrateClient>
  );
}
