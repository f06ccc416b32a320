"use client";

import { useState, type ReactNode } from "react";
import { Button } from "~/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "~/components/ui/dialog";
import { FormError, FormField, useZodForm } from "~/components/ui/form";
import { Input } from "~/components/ui/input";
import { showRefusal } from "~/lib/form-refusal";
import { toast } from "~/lib/toast";
import { countOf } from "~/lib/words";
import { categoryFormSchema, type CategoryForm } from "~/schemas/pricing";
import { api } from "~/trpc/react";
import type { Category } from "./category-list";
import { usePricesChanged } from "./use-prices-changed";

type Props = { eventId: string; category?: Category; trigger: ReactNode };

/** Makes a price category, or changes `category`. */
export function CategoryDialog({ trigger, ...props }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>{trigger}</DialogTrigger>
      <DialogContent
        title={props.category ? `Change ${props.category.name}` : "New price category"}
        description={props.category ? "Seats that nobody holds or has bought cost the new price at once." : "Then choose seats and set their price."}
      >
        <Fields {...props} onDone={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

function Fields({ eventId, category, onDone }: Omit<Props, "trigger"> & { onDone: () => void }) {
  const form = useZodForm<CategoryForm, CategoryForm>(categoryFormSchema, {
    name: category?.name ?? "",
    pricePaise: category ? String(category.pricePaise / 100) : "",
  });
  const changed = usePricesChanged(eventId);
  const save = api.pricing.saveCategory.useMutation();
  const submit = form.handleSubmit(async ({ name, pricePaise }) => {
    try {
      const { kept } = await save.mutateAsync({ eventId, id: category?.id, name, pricePaise: Math.round(Number(pricePaise) * 100) });
      await changed();
      toast.success(kept > 0 ? `${name} is changed. ${countOf(kept, "seat")} held or sold kept the old price.` : `${name} is saved.`);
      onDone();
    } catch (error) {
      showRefusal(form, error);
    }
  });
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
      <FormField form={form} name="name" label="Name" required>
        {(props) => <Input autoComplete="off" placeholder="Gold" {...props} />}
      </FormField>
      <FormField form={form} name="pricePaise" label="Price of a seat, before tax" required>
        {(props) => <Input inputMode="decimal" autoComplete="off" placeholder="1200" {...props} />}
      </FormField>
      <FormError form={form} />
      <DialogActions>
        <Button type="submit" loading={form.formState.isSubmitting}>
          {category ? "Save category" : "Make category"}
        </Button>
      </DialogActions>
    </form>
  );
}
