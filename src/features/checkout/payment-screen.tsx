"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import { ErrorState } from "~/components/ui/error-state";
import { afterSignIn } from "~/lib/after-sign-in";
import { clockOffsetMs } from "~/lib/server-clock";
import { useSignInWhenEnded } from "~/lib/use-sign-in";
import { api } from "~/trpc/react";
import { arrival } from "./arrival";
import { Confirmation } from "./confirmation";
import { PaymentChecking } from "./payment-checking";
import { PaymentEnded } from "./payment-ended";
import { PaymentOpen } from "./payment-open";
import { paymentPhase } from "./payment-phase";
import { PaymentSkeleton } from "./payment-skeleton";
import { usePayment, type Method } from "./use-payment";

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
  const frame = useArrival(bookingId, phase);
  useSignInWhenEnded(`/payment/${bookingId}`, query.error, "pay");
  useGoOnPaying(phase === "pay", bookingId, payment.pay);
  useNews(phase);
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

/** Whoever was sent to sign in on the way to their bank is back: on they go, by the way they had chosen. */
function useGoOnPaying(ready: boolean, bookingId: string, pay: (method: Method) => Promise<void>) {
  const goOn = useEffectEvent(() => {
    const step = afterSignIn.take(`/payment/${bookingId}`) as { pay: Method } | null;
    if (step?.pay) void pay(step.pay);
  });
  useEffect(() => {
    if (ready) goOn();
  }, [ready]);
}

/** What the page turned into, its buyer was written as well: the bell counts anew. */
function useNews(phase: string | undefined) {
  const { notification } = api.useUtils();
  const before = useRef(phase);
  useEffect(() => {
    if (before.current && before.current !== phase) void notification.list.invalidate();
    before.current = phase;
  }, [phase, notification]);
}

/**
 * Where the page turns into another under the buyer's hands, or was come to from the seats: up to its heading, for eyes
 * and for screen readers.
 */
function useArrival(bookingId: string, phase: string | undefined) {
  const frame = useRef<HTMLDivElement>(null);
  const before = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (!phase || before.current === phase) return;
    const turned = before.current !== undefined || arrival.take(bookingId);
    before.current = phase;
    if (!turned) return;
    window.scrollTo(0, 0);
    frame.current?.querySelector("h1")?.focus({ preventScroll: true });
  }, [bookingId, phase]);
  return frame;
}
