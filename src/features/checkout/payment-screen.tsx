"use client";

import { ErrorState } from "~/components/ui/error-state";
import { clockOffsetMs } from "~/lib/server-clock";
import { api } from "~/trpc/react";
import { Confirmation } from "./confirmation";
import { PaymentChecking } from "./payment-checking";
import { PaymentEnded } from "./payment-ended";
import { PaymentOpen } from "./payment-open";
import { paymentPhase } from "./payment-phase";
import { PaymentSkeleton } from "./payment-skeleton";
import { usePayment } from "./use-payment";

const CHECK_MS = 2_000;

/** One booking on its way to being paid, whatever has become of it meanwhile: what the server says decides. */
export function PaymentScreen({ bookingId, buyerName }: { bookingId: string; buyerName: string }) {
  const payment = usePayment({ bookingId, buyerName });
  const query = api.booking.byId.useQuery(
    { bookingId },
    {
      staleTime: 0,
      // What the server sent along was received by nobody's clock: the countdown needs an answer of its own.
      refetchOnMount: "always",
      refetchInterval: ({ state }) =>
        state.data && paymentPhase(state.data, payment.waiting) === "checking" ? CHECK_MS : false,
    },
  );
  const booking = query.data;
  if (!booking) {
    if (!query.isError) return <PaymentSkeleton />;
    return (
      <ErrorState title="Your booking did not load" onRetry={() => void query.refetch()} retrying={query.isFetching} />
    );
  }
  const phase = paymentPhase(booking, payment.waiting);
  if (phase === "confirmed") return <Confirmation booking={booking} />;
  if (phase === "checking") return <PaymentChecking booking={booking} onPayAgain={payment.stopWaiting} />;
  if (phase === "pay") {
    return (
      <PaymentOpen
        booking={booking}
        payment={payment}
        clockOffsetMs={clockOffsetMs(booking.serverNow, query.dataUpdatedAt)}
        onExpire={() => void query.refetch()}
      />
    );
  }
  return <PaymentEnded booking={booking} phase={phase} reason={payment.error} />;
}
