"use client";

import { useState, type ReactNode } from "react";
import { useWatch } from "react-hook-form";
import { Button } from "~/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "~/components/ui/dialog";
import { FormError, FormField, useZodForm } from "~/components/ui/form";
import { Input } from "~/components/ui/input";
import { Select } from "~/components/ui/select";
import { showRefusal } from "~/lib/form-refusal";
import { toast } from "~/lib/toast";
import { couponFormSchema, type CouponForm } from "~/schemas/coupon-form";
import { api } from "~/trpc/react";
import { newCoupon, termsOf, valuesOf, type Coupon } from "./coupon-values";

/** Makes a coupon, or changes the terms of `coupon`. */
export function CouponDialog({
  coupon,
  isAdmin,
  trigger,
}: {
  coupon?: Coupon;
  isAdmin: boolean;
  trigger: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>{trigger}</DialogTrigger>
      <DialogContent
        title={coupon ? `Change ${coupon.code}` : "New coupon"}
        description={
          coupon ? "Bookings made already keep their price." : "Buyers type its code when they pay."
        }
      >
        <CouponForm coupon={coupon} isAdmin={isAdmin} onDone={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

function CouponForm({ coupon, isAdmin, onDone }: { coupon?: Coupon; isAdmin: boolean; onDone: () => void }) {
  const form = useZodForm<CouponForm, CouponForm>(couponFormSchema, coupon ? valuesOf(coupon) : newCoupon());
  const type = useWatch({ control: form.control, name: "type" });
  const utils = api.useUtils();
  const events = api.event.list.useQuery({ mine: !isAdmin || undefined, limit: 100 }, { enabled: !coupon });
  const create = api.coupon.create.useMutation();
  const update = api.coupon.update.useMutation();
  const submit = form.handleSubmit(async (values) => {
    try {
      const { code, type, eventId } = values;
      if (coupon) await update.mutateAsync({ id: coupon.id, ...termsOf(values) });
      else await create.mutateAsync({ code, type, eventId: eventId || null, ...termsOf(values) });
      await utils.coupon.invalidate();
      toast.success(coupon ? `${code} is changed.` : `${code} is ready to be given out.`);
      onDone();
    } catch (error) {
      showRefusal(form, error);
    }
  });
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4 sm:grid-cols-2">
      {!coupon && (
        <>
          <FormField form={form} name="code" label="Code" required>
            {(props) => <Input className="uppercase" autoComplete="off" placeholder="MONSOON10" {...props} />}
          </FormField>
          <FormField form={form} name="type" label="Kind">
            {(props) => (
              <Select {...props}>
                <option value="PERCENTAGE">A percentage</option>
                <option value="FIXED">An amount</option>
              </Select>
            )}
          </FormField>
          <FormField form={form} name="eventId" label="Good for" className="sm:col-span-2">
            {(props) => (
              <Select {...props}>
                <option value="">{isAdmin ? "Every event on Aisle" : "All of your events"}</option>
                {events.data?.items.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
              </Select>
            )}
          </FormField>
        </>
      )}
      <FormField form={form} name="value" label={type === "FIXED" ? "Rupees off" : "Percent off"} required>
        {(props) => <Input inputMode="decimal" {...props} />}
      </FormField>
      <FormField form={form} name="maxDiscountPaise" label="Rupees off at most" optional>
        {(props) => <Input inputMode="decimal" {...props} />}
      </FormField>
      <FormField form={form} name="validFrom" label="Valid from" required>
        {(props) => <Input type="datetime-local" {...props} />}
      </FormField>
      <FormField form={form} name="validUntil" label="Valid until" required>
        {(props) => <Input type="datetime-local" {...props} />}
      </FormField>
      <FormField form={form} name="usageLimit" label="Uses in all" optional>
        {(props) => <Input inputMode="numeric" {...props} />}
      </FormField>
      <FormField form={form} name="perBuyerLimit" label="Uses per buyer" optional>
        {(props) => <Input inputMode="numeric" {...props} />}
      </FormField>
      <FormField
        form={form}
        name="minSubtotalPaise"
        label="From a sum of, in rupees"
        optional
        className="sm:col-span-2"
      >
        {(props) => <Input inputMode="decimal" {...props} />}
      </FormField>
      <div className="sm:col-span-2">
        <FormError form={form} />
        <DialogActions>
          <Button type="submit" loading={form.formState.isSubmitting}>
            {coupon ? "Save changes" : "Create coupon"}
          </Button>
        </DialogActions>
      </div>
    </form>
  );
}
