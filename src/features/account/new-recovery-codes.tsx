"use client";

import { useState } from "react";
import { Button } from "~/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "~/components/ui/dialog";
import { FormError, FormField, useZodForm } from "~/components/ui/form";
import { Input } from "~/components/ui/input";
import { showRefusal } from "~/lib/form-refusal";
import { api } from "~/trpc/react";

const loadSchema = () => import("~/schemas/account").then(({ factorCodeInput }) => factorCodeInput);

/** Ten new recovery codes for a code of the app. */
export function NewRecoveryCodes({ onDone }: { onDone: (recoveryCodes: string[]) => void }) {
  const [open, setOpen] = useState(false);
  const form = useZodForm(loadSchema, { code: "" });
  const renew = api.user.renewRecoveryCodes.useMutation();
  const utils = api.useUtils();
  const submit = form.handleSubmit(async (given) => {
    try {
      const { recoveryCodes } = await renew.mutateAsync(given);
      setOpen(false);
      onDone(recoveryCodes);
      await utils.user.secondFactor.invalidate();
    } catch (error) {
      showRefusal(form, error);
    }
  });
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        form.reset();
      }}
    >
      <DialogTrigger asChild>
        <Button variant="secondary">New recovery codes</Button>
      </DialogTrigger>
      <DialogContent title="Make new recovery codes?" description="The ones you have are worth nothing any more.">
        <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-5">
          <FormError form={form} />
          <FormField form={form} name="code" label="Code of your app" required>
            {(props) => <Input autoComplete="one-time-code" className="figures" {...props} />}
          </FormField>
          <DialogActions>
            <Button variant="secondary" onClick={() => setOpen(false)}>
              Keep the old ones
            </Button>
            <Button type="submit" loading={form.formState.isSubmitting}>
              Make ten new codes
            </Button>
          </DialogActions>
        </form>
      </DialogContent>
    </Dialog>
  );
}
