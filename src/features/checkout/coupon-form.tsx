"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "~/components/ui/button";
import { formatPaise } from "~/domain/money";
import { refusalOf } from "~/lib/api-error";
import { api } from "~/trpc/react";
import type { Booking } from "./payment-phase";

// Most orders have none.
const CouponEntry = dynamic(() => import("./coupon-entry").then((module) => module.CouponEntry), { ssr: false });

/**
 * Puts a coupon on the booking or takes it off. Prices are stored when a booking is made, so another coupon is
 * another booking of the same seats, with what is left of the time.
 */
export function CouponForm({ booking, disabled }: { booking: Booking; disabled: boolean }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [refused, setRefused] = useState<string>();
  const replace = api.booking.create.useMutation();
  const busy = replace.isPending || replace.isSuccess;

  async function rebook(code?: string): Promise<void> {
    setRefused(undefined);
    try {
      const seatIds = booking.items.map((item) => item.seatId);
      const next = await replace.mutateAsync({ eventId: booking.event.id, seatIds, couponCode: code });
      router.replace(`/payment/${next.bookingId}`);
    } catch (error) {
      setOpen(true);
      setRefused(refusalOf(error).message);
    }
  }

  if (booking.couponCode) {
    return (
      <div className="flex items-center justify-between gap-3">
        <p className="text-sm">
          Coupon <span className="font-medium">{booking.couponCode}</span> takes off{" "}
          {formatPaise(booking.discountPaise)} before tax.
        </p>
        <Button variant="ghost" size="sm" loading={busy} disabled={disabled} onClick={() => void rebook()}>
          Take off
        </Button>
      </div>
    );
  }
  if (!open) {
    return (
      <Button variant="link" className="min-h-11 self-start" disabled={disabled} onClick={() => setOpen(true)}>
        Have a coupon?
      </Button>
    );
  }
  return <CouponEntry refused={refused} busy={busy} disabled={disabled} onApply={rebook} />;
}
