import { Container } from "~/components/container";
import { PaymentSkeleton } from "~/features/checkout/payment-skeleton";

export default function PaymentLoading() {
  return (
    <Container>
      <PaymentSkeleton />
    </Container>
  );
}
