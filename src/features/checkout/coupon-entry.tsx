"use client";

import { useEffect } from "react";
import { Button } from "~/components/ui/button";
import { FormField, useZodForm } from "~/components/ui/form";
import { Input } from "~/components/ui/input";

const loadSchema = () => import("~/schemas/booking").then(({ couponFormSchema }) => couponFormSchema);

/** Where a coupon's code is typed; `refused` is why the last one was none. */
export function CouponEntry({
  refused,
  busy,
  disabled,
  onApply,
}: {
  refused: string | undefined;
  busy: boolean;
  disabled: boolean;
  onApply: (code: string) => Promise<void>;
}) {
  const form = useZodForm(loadSchema, { couponCode: "" });
  const { setError } = form;
  useEffect(() => {
    if (refused) setError("couponCode", { message: refused }, { shouldFocus: true });
  }, [refused, setError]);
  return (
    <form noValidate onSubmit={(event) => void form.handleSubmit(({ couponCode }) => onApply(couponCode))(event)}>
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
