"use client";

import { Button } from "~/components/ui/button";
import { FormError, FormField, useZodForm } from "~/components/ui/form";
import { Input } from "~/components/ui/input";
import { Select } from "~/components/ui/select";
import { Textarea } from "~/components/ui/textarea";
import { gstStates } from "~/domain/gst";
import { showRefusal } from "~/lib/form-refusal";
import { toast } from "~/lib/toast";
import { sellerFormSchema, type SellerForm as Values } from "~/schemas/invoice";
import { api } from "~/trpc/react";
import type { Seller } from "./seller-details";

const states = Object.entries(gstStates).sort(([, a], [, b]) => a.localeCompare(b));

/** Name, address, state and GSTIN as registered. */
export function SellerForm({ seller }: { seller: Seller }) {
  const utils = api.useUtils();
  const keep = api.invoice.keepSeller.useMutation();
  const form = useZodForm<Values, Values>(sellerFormSchema, {
    legalName: seller?.legalName ?? "",
    address: seller?.address ?? "",
    stateCode: seller?.stateCode ?? "",
    gstin: seller?.gstin ?? "",
  });
  const submit = form.handleSubmit(async ({ gstin, ...values }) => {
    try {
      const kept = await keep.mutateAsync({ ...values, gstin: gstin || null });
      utils.invoice.seller.setData(undefined, kept);
      toast.success("Saved. Invoices carry these details from now on.");
    } catch (error) {
      showRefusal(form, error);
    }
  });
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="mt-8 grid gap-5 sm:grid-cols-2">
      <FormField form={form} name="legalName" label="Registered name" required className="sm:col-span-2">
        {(props) => <Input autoComplete="organization" {...props} />}
      </FormField>
      <FormField form={form} name="address" label="Registered address" required className="sm:col-span-2">
        {(props) => <Textarea rows={3} autoComplete="street-address" {...props} />}
      </FormField>
      <FormField form={form} name="stateCode" label="State" required>
        {(props) => (
          <Select {...props}>
            <option value="">Choose</option>
            {states.map(([code, name]) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </FormField>
      <FormField
        form={form}
        name="gstin"
        label="GSTIN"
        optional
        hint="Empty where you are not registered: events that you publish from then on bear no GST, and buyers get a bill of supply."
      >
        {(props) => (
          <Input className="uppercase" autoComplete="off" spellCheck={false} maxLength={15} {...props} />
        )}
      </FormField>
      <div className="grid justify-items-start gap-4 sm:col-span-2">
        <FormError form={form} />
        <Button type="submit" loading={form.formState.isSubmitting}>
          {seller ? "Save changes" : "Sell in your own name"}
        </Button>
      </div>
    </form>
  );
}
