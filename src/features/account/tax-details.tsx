"use client";

import { Button } from "~/components/ui/button";
import { FormError, FormField, useZodForm } from "~/components/ui/form";
import { Input } from "~/components/ui/input";
import { Skeleton } from "~/components/ui/skeleton";
import { showRefusal } from "~/lib/form-refusal";
import { toast } from "~/lib/toast";
import type { TaxDetailsForm as Values } from "~/schemas/invoice";
import { api, type RouterOutputs } from "~/trpc/react";

const loadSchema = () => import("~/schemas/invoice").then(({ taxDetailsFormSchema }) => taxDetailsFormSchema);

type Details = RouterOutputs["user"]["taxDetails"];

/** The business that one buys for, as its invoices name it. */
export function TaxDetails() {
  const { data, isError } = api.user.taxDetails.useQuery();
  if (isError) return <p className="text-danger">These details did not load. Load the page again.</p>;
  return data ? <TaxDetailsForm details={data} /> : <Skeleton className="h-40" />;
}

const valuesOf = ({ gstName, gstin }: Details): Values => ({ gstName: gstName ?? "", gstin: gstin ?? "" });

function TaxDetailsForm({ details }: { details: Details }) {
  const form = useZodForm<Values, Values>(loadSchema, valuesOf(details));
  const keep = api.user.keepTaxDetails.useMutation();
  const utils = api.useUtils();
  const submit = form.handleSubmit(async (given) => {
    try {
      const saved = await keep.mutateAsync(given);
      utils.user.taxDetails.setData(undefined, saved);
      form.reset(valuesOf(saved));
      toast.success(saved.gstin ? "Your invoices name this business from now on." : "Your invoices name you from now on.");
    } catch (error) {
      showRefusal(form, error);
    }
  });
  const { isSubmitting, isDirty } = form.formState;
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-5">
      <FormError form={form} />
      <FormField form={form} name="gstName" label="Registered name" optional>
        {(props) => <Input autoComplete="organization" {...props} />}
      </FormField>
      <FormField form={form} name="gstin" label="GSTIN" optional hint="15 letters and digits.">
        {(props) => <Input className="uppercase" autoComplete="off" spellCheck={false} maxLength={15} {...props} />}
      </FormField>
      <div>
        <Button type="submit" variant="secondary" loading={isSubmitting} disabled={!isDirty}>
          Save for invoices
        </Button>
      </div>
    </form>
  );
}
