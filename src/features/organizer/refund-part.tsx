"use client";

import { useState } from "react";
import { useWatch } from "react-hook-form";
import { Button } from "~/components/ui/button";
import { FormError, FormField, useZodForm } from "~/components/ui/form";
import { Input } from "~/components/ui/input";
import { Textarea } from "~/components/ui/textarea";
import { formatPaise } from "~/domain/money";
import { showRefusal } from "~/lib/form-refusal";
import { toast } from "~/lib/toast";
import { refundPartFormSchema, type RefundPartForm } from "~/schemas/payment";
import { api } from "~/trpc/react";
import type { BookingMoney } from "./booking-money";

/** Gives a part of the price back; the tickets stay good. */
export function RefundPart({ money }: { money: BookingMoney }) {
  const utils = api.useUtils();
  const [requestKey, setRequestKey] = useState(() => crypto.randomUUID());
  const refund = api.payment.refundPart.useMutation();
  const form = useZodForm<RefundPartForm, RefundPartForm>(refundPartFormSchema, {
    amountPaise: "",
    note: "",
  });
  const typed = useWatch({ control: form.control, name: "amountPaise" });
  const amountPaise = Math.round(Number(typed) * 100);
  const submit = form.handleSubmit(async ({ note }) => {
    try {
      await refund.mutateAsync({ bookingId: money.id, amountPaise, note, requestKey });
      toast.success(`${formatPaise(amountPaise)} goes back to ${money.buyer.name}, who is told.`);
      form.reset();
      setRequestKey(crypto.randomUUID());
      await Promise.all([
        utils.organizer.invalidate(),
        utils.invoice.list.invalidate({ bookingId: money.id }),
      ]);
    } catch (error) {
      showRefusal(form, error);
    }
  });
  return (
    <form
      onSubmit={(event) => void submit(event)}
      noValidate
      aria-labelledby="refund-part"
      className="border-line mt-6 grid gap-4 border-t pt-6"
    >
      <h3 id="refund-part" className="display text-lg">
        Give a part back
      </h3>
      <FormField
        form={form}
        name="amountPaise"
        label="Rupees"
        hint={`At most ${formatPaise(money.leftPaise)}. The tickets stay good.`}
        required
      >
        {(props) => <Input inputMode="decimal" autoComplete="off" {...props} />}
      </FormField>
      <FormField form={form} name="note" label="Why, for your own books" required>
        {(props) => <Textarea rows={2} maxLength={300} {...props} />}
      </FormField>
      <FormError form={form} />
      <Button
        type="submit"
        variant="secondary"
        loading={form.formState.isSubmitting}
        className="justify-self-start"
      >
        {amountPaise >= 100 ? `Refund ${formatPaise(amountPaise)}` : "Refund this part"}
      </Button>
    </form>
  );
}
