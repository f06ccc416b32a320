import type { Metadata } from "next";
import { Container } from "~/components/container";
import { PaymentScreen } from "~/features/checkout/payment-screen";
import { api, HydrateClient } from "~/trpc/server";
import { readOwnBooking } from "./booking";

type Props = { params: Promise<{ bookingId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { booking } = await readOwnBooking((await params).bookingId);
  const { title } = booking.event;
  return {
    title: booking.status === "CONFIRMED" ? `Your tickets for ${title}` : `Pay for ${title}`,
    robots: { index: false },
  };
}

export default async function PaymentPage({ params }: Props) {
  const { bookingId } = await params;
  const { user } = await readOwnBooking(bookingId);
  await api.booking.byId.prefetch({ bookingId });
  return (
    <HydrateClient>
      <Container>
        <PaymentScreen key={bookingId} bookingId={bookingId} buyerName={user.name} />
      </Container>
    </HydrateClient>
  );
}
