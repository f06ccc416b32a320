"use client";

import dynamic from "next/dynamic";
import { useMemo } from "react";
import { ErrorState } from "~/components/ui/error-state";
import { quote } from "~/domain/pricing";
import { BookingBar } from "~/features/checkout/booking-bar";
import { BookingPanel, type BookingPanelProps } from "~/features/checkout/booking-panel";
import { useGoToPayment } from "~/features/checkout/use-go-to-payment";
import { countFree } from "~/features/seat-map/availability";
import { SeatPicker } from "~/features/seat-map/seat-picker";
import { SeatPickerSkeleton } from "~/features/seat-map/seat-picker-skeleton";
import { seatNames } from "~/features/seat-map/seat-index";
import { useAvailability } from "~/features/seat-map/use-availability";
import { useLayout } from "~/features/seat-map/use-layout";
import { useSeatSelection } from "~/features/seat-map/use-seat-selection";
import { useSignIn, useSignInWhenEnded } from "~/lib/use-sign-in";
import { api } from "~/trpc/react";
import { useUnfinished } from "./use-unfinished";

// Most holds do not run out while one looks at them.
const ExpiredDialog = dynamic(
  () => import("~/features/checkout/expired-dialog").then((module) => module.ExpiredDialog),
  { ssr: false },
);

/** Seats, summary, timer: one selection under all of them. */
export function BookingScreen({
  eventId,
  planHash,
  signedIn,
  limit,
  saleEndsAt,
  warnOfOrphans,
}: {
  eventId: string;
  /** As the server knew it when it drew the page; a later answer about the seats may name another. */
  planHash: string;
  signedIn: boolean;
  limit: number;
  /** Null: nothing is on sale, the seats are to be looked at only. */
  saleEndsAt: Date | null;
  warnOfOrphans?: boolean;
}) {
  const path = `/booking/${eventId}`;
  const signIn = useSignIn(path);
  const seats = useAvailability({ eventId, until: saleEndsAt });
  const availability = seats.data ?? null;
  const { query: layout, index } = useLayout({ eventId, planHash: availability?.planHash ?? planHash });

  const selection = useSeatSelection({
    eventId,
    index,
    availability,
    signedIn,
    limit,
    onSale: saleEndsAt !== null,
    warnOfOrphans,
    onSignIn: (step) => signIn(signedIn ? "ended" : "hold", step),
  });
  const { standing, held, chosen, lines, expired } = selection;
  const payment = useGoToPayment({
    eventId,
    onLeave: selection.leave,
    onRefused: (code) => {
      if (code === "HOLD_EXPIRED") void selection.checkExpiry();
      if (code === "UNAUTHORIZED") signIn("ended", { do: "pay" });
    },
  });
  const { seatLock } = api.useUtils();
  async function holdAndPay(): Promise<void> {
    if (!(await selection.holdSeats())) return;
    const now = seatLock.status.getData({ eventId });
    if (now) await payment.go(now);
  }
  useSignInWhenEnded(path, selection.refusal);
  useUnfinished({ path, ready: signedIn && index !== null && availability !== null && selection.isKnown, selection, pay: payment.go });

  const soldOut = useMemo(
    () => index !== null && availability !== null && index.layout.sections.every((section) => countFree(section, availability).free === 0),
    [index, availability],
  );
  const panel: BookingPanelProps = {
    soldOut: soldOut && saleEndsAt !== null,
    order: quote(lines, null, index?.layout.sections[0]?.taxBps),
    limit,
    timer: standing && {
      until: standing.holdExpiresAt,
      clockOffsetMs: selection.clockOffsetMs,
      onExpire: () => void selection.checkExpiry(),
      extensionsLeft: standing.openSeatIds.length > 0 ? standing.extensionsLeft : 0,
      onExtend: selection.extendHold,
      extending: selection.isExtending,
    },
    step: {
      chosen: chosen.length,
      held: held.length,
      waiting: standing?.bookingId != null && standing.openSeatIds.length === 0,
      busy: selection.isHolding || payment.busy,
      onHold: () => void selection.holdSeats(),
      onPay: () => standing && void payment.go(standing),
      onHoldAndPay: signedIn ? () => void holdAndPay() : undefined,
    },
    error: payment.error,
    onRemove: selection.toggle,
    onReleaseAll: selection.releaseAll,
  };

  const failed = layout.isError || (seats.isError && !availability);
  // Until the seats were asked about again, nobody knows whether what ran out is still free.
  const asked = seats.dataUpdatedAt > selection.expiredAtMs;
  const free = expired.filter((id) => selection.isFree(id));
  return (
    <>
      <div className="flex min-h-0 min-w-0 flex-1 flex-col lg:col-start-1">
        {failed ? (
          <ErrorState
            className="m-4 sm:mx-6 lg:mx-8"
            title="The seats did not load"
            onRetry={() => void Promise.all([layout.refetch(), seats.refetch()])}
            retrying={layout.isFetching || seats.isFetching}
          />
        ) : index && availability ? (
          <SeatPicker index={index} availability={availability} selection={selection} soldOut={soldOut} />
        ) : (
          <SeatPickerSkeleton />
        )}
        {/* The one live region of this page: what happened to the seats last, in words. */}
        <p role="status" aria-live="polite" className="sr-only">
          {selection.notice && <span key={selection.notice.id}>{selection.notice.text}</span>}
        </p>
      </div>
      <aside
        aria-label="Your order"
        className="border-line bg-raised col-start-2 row-span-2 row-start-1 hidden overflow-y-auto border-l p-6 lg:block"
      >
        <BookingPanel {...panel} />
      </aside>
      <BookingBar {...panel} />
      {index && expired.length > 0 && (
        <ExpiredDialog
          names={seatNames(index, expired)}
          freeNames={asked ? seatNames(index, free) : null}
          holding={selection.isHolding}
          onHoldAgain={() => void selection.holdSeats(free)}
          onClose={selection.closeExpired}
        />
      )}
    </>
  );
}
