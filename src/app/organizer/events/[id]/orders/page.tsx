import type { Metadata } from "next";
import { PageHeader } from "~/components/page-header";
import { OrderList } from "~/features/organizer/orders/order-list";
import { orNotFound } from "~/trpc/or-not-found";
import { api, HydrateClient } from "~/trpc/server";

export const metadata: Metadata = { title: "Orders" };

export default async function OrdersPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { title, venue } = await orNotFound(api.event.byId({ id }));
  return (
    <HydrateClient>
      <PageHeader
        title="Orders"
        description="Every booking of this event, also those that were cancelled, refunded or never paid."
        breadcrumbs={[
          { label: "Dashboard", href: "/organizer/dashboard" },
          { label: title, href: `/organizer/events/${id}` },
          { label: "Orders" },
        ]}
      />
      <OrderList eventId={id} timeZone={venue.timeZone} />
    </HydrateClient>
  );
}
