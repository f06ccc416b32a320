"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "~/components/ui/button";
import { FormField, useZodForm } from "~/components/ui/form";
import { Input } from "~/components/ui/input";
import { formatPaise } from "~/domain/money";
import { refusalOf } from "~/lib/api-error";
import { api } from "~/trpc/react";
import type { Booking } from "./payment-phase";

const loadSchema = () => import("~/schemas/booking").then(({ couponFormSchema }) => couponFormSchema);

/**
 * Puts a coupon on the booking or takes it off. Prices are stored when a booking is made, so another coupon is
 * another booking of the same seats, with what is left of the time.
 */
export function CouponForm({ booking, disabled }: { booking: Booking; disabled: boolean }) {
  const router = useRouter();
  const form = useZodForm(loadSchema, { couponCode: "" });
  const [open, setOpen] = useState(false);
  const replace = api.booking.create.useMutation();
  const busy = replace.isPending || replace.isSuccess;

  async function rebook(code?: string): Promise<void> {
    try {
      const seatIds = booking.items.map((item) => item.seatId);
      const next = await replace.mutateAsync({ eventId: booking.event.id, seatIds, couponCode: code });
      router.replace(`/payment/${next.bookingId}`);
    } catch (error) {
      setOpen(true);
      form.setError("couponCode", { message: refusalOf(error).message }, { shouldFocus: true });
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
  return (
    <form noValidate onSubmit={form.handleSubmit((values) => rebook(values.couponCode))}>
      <FormField form={form} name="couponCode" label="Coupon code">
        {(field) => (
          <div className="flex gap-2">
            <Input {...field} autoFocus autoComplete="off" autoCapitalize="characters" className="uppercase" />
            <Button type="submit" variant="secondary" loading={busy} disabled={disabled}>
              Apply
            </Button>
          </div>
        )}
      </FormField>
    </form>
  );
}
