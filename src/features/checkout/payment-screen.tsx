"use client";

import { useEffect, useRef } from "react";
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
  const phase = booking && paymentPhase(booking, payment.waiting);
  const frame = useArrival(phase);
  if (!booking || !phase) {
    if (!query.isError) return <PaymentSkeleton />;
    return (
      <ErrorState title="Your booking did not load" onRetry={() => void query.refetch()} retrying={query.isFetching} />
    );
  }
  return (
    <div ref={frame}>
      {phase === "confirmed" && <Confirmation booking={booking} />}
      {phase === "checking" && <PaymentChecking booking={booking} onPayAgain={payment.stopWaiting} />}
      {phase === "pay" && (
        <PaymentOpen
          booking={booking}
          payment={payment}
          clockOffsetMs={clockOffsetMs(booking.serverNow, query.dataUpdatedAt)}
          onExpire={() => void query.refetch()}
        />
      )}
      {(phase === "expired" || phase === "cancelled" || phase === "refunded") && (
        <PaymentEnded booking={booking} phase={phase} reason={payment.error} />
      )}
    </div>
  );
}

/** Where the page turns into another under the buyer's hands: up to its heading, for eyes and for screen readers. */
function useArrival(phase: string | undefined) {
  const frame = useRef<HTMLDivElement>(null);
  const before = useRef<string | undefined>(undefined);
  useEffect(() => {
    const turned = before.current !== undefined && before.current !== phase;
    before.current = phase;
    if (!turned) return;
    window.scrollTo(0, 0);
    frame.current?.querySelector("h1")?.focus({ preventScroll: true });
  }, [phase]);
  return frame;
}
