"use client";

import dynamic from "next/dynamic";
import Link from "next/link";
import { useState } from "react";
import { Button } from "~/components/ui/button";
import { Countdown } from "~/components/ui/countdown";
import { Stepper } from "~/components/ui/stepper";
import { formatWhen } from "~/lib/dates";
import { BookingSummary } from "./booking-summary";
import { CouponForm } from "./coupon-form";
import { HoldTimer } from "./hold-timer";
import { PayForm } from "./pay-form";
import { orderOf, type Booking } from "./payment-phase";
import type { Payment } from "./use-payment";

// A shop that takes real money never needs it.
const SandboxDialog = dynamic(() => import("./sandbox-dialog").then((module) => module.SandboxDialog), { ssr: false });

/** The order, the timer, the ways to pay. */
export function PaymentOpen({
  booking,
  payment,
  clockOffsetMs,
  onExpire,
}: {
  booking: Booking;
  payment: Payment;
  clockOffsetMs: number;
  onExpire: () => void;
}) {
  const { event } = booking;
  // From then on it stays, shut: what it was opened by gets the focus back.
  const [atBank, setAtBank] = useState(false);
  if (payment.sandbox && !atBank) setAtBank(true);
  const busy = payment.step !== "idle" || payment.sandbox !== null;
  return (
    <div className="py-6 sm:py-10">
      <div className="bg-paper/95 top-nav sticky z-20 -mx-4 -mt-6 flex items-center justify-between gap-3 px-4 py-3 sm:static sm:m-0 sm:p-0">
        <Stepper current={1} className="max-sm:gap-1 max-sm:[&_li]:gap-1" />
        <Countdown
          until={booking.expiresAt}
          label="Time to pay"
          clockOffsetMs={clockOffsetMs}
          className="text-lg sm:hidden"
        />
      </div>
      <h1 tabIndex={-1} className="display outline-none mt-2 text-3xl sm:mt-4 sm:text-4xl">Pay for your seats</h1>
      <div className="mt-6 grid items-start gap-8 lg:mt-8 lg:grid-cols-[minmax(0,1fr)_24rem] lg:gap-12">
        <aside
          aria-label="Your order"
          className="bg-raised rounded-card border-line top-[calc(var(--nav-height)+1.5rem)] border p-5 sm:p-6 lg:sticky lg:order-last"
        >
          {/* On phones the time stands above, where it stays in sight. */}
          <div className="max-sm:hidden">
            <HoldTimer label="Time to pay" until={booking.expiresAt} clockOffsetMs={clockOffsetMs} onExpire={onExpire} />
          </div>
          <div className="border-line sm:mt-4 sm:border-t sm:pt-4">
            <p className="font-medium">{event.title}</p>
            <p className="text-ink-soft text-sm">{formatWhen(event.startsAt, event.venue)}</p>
            <p className="text-ink-soft text-sm">{event.venue.name}</p>
          </div>
          <BookingSummary order={orderOf(booking)} className="border-line mt-4 border-t pt-4" />
          <div className="border-line mt-4 flex flex-col border-t pt-3">
            <CouponForm booking={booking} disabled={busy} />
          </div>
          <Button asChild variant="ghost" size="sm" className="mt-1 -ml-3">
            <Link href={`/booking/${event.id}`}>Change seats</Link>
          </Button>
        </aside>
        <PayForm totalPaise={booking.totalPaise} busy={busy} error={payment.error} onPay={payment.pay} />
      </div>
      {atBank && (
        <SandboxDialog
          order={payment.sandbox}
          until={booking.expiresAt}
          clockOffsetMs={clockOffsetMs}
          onAnswer={(outcome) => void payment.answerSandbox(outcome)}
          onClose={payment.leaveSandbox}
        />
      )}
    </div>
  );
}
