"use client";

import { useState } from "react";
import { Button } from "~/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "~/components/ui/dialog";
import { FormError, FormField, useZodForm } from "~/components/ui/form";
import { Input } from "~/components/ui/input";
import { PasswordInput } from "~/components/ui/password-input";
import { showRefusal } from "~/lib/form-refusal";
import { toast } from "~/lib/toast";
import { api } from "~/trpc/react";

const loadSchema = () => import("~/schemas/account").then(({ removeSecondFactorSchema }) => removeSecondFactorSchema);

/** Takes the second factor off, by password and code. */
export function RemoveSecondFactor() {
  const [open, setOpen] = useState(false);
  const form = useZodForm(loadSchema, { password: "", code: "" });
  const remove = api.user.removeSecondFactor.useMutation();
  const utils = api.useUtils();
  const submit = form.handleSubmit(async (given) => {
    try {
      await remove.mutateAsync(given);
      setOpen(false);
      toast.success("Your second factor is off.", { description: "Your password alone opens your account again." });
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
        <Button variant="ghost" className="text-danger!">
          Take it off
        </Button>
      </DialogTrigger>
      <DialogContent title="Take the second factor off?" description="Then whoever has your password has your account.">
        <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-5">
          <FormError form={form} />
          <FormField form={form} name="password" label="Your password" required>
            {(props) => <PasswordInput autoComplete="current-password" {...props} />}
          </FormField>
          <FormField form={form} name="code" label="Code of your app, or a recovery code" required>
            {(props) => <Input autoComplete="one-time-code" className="figures" {...props} />}
          </FormField>
          <DialogActions>
            <Button variant="secondary" onClick={() => setOpen(false)}>
              Keep it
            </Button>
            <Button type="submit" variant="danger" loading={form.formState.isSubmitting}>
              Take it off
            </Button>
          </DialogActions>
        </form>
      </DialogContent>
    </Dialog>
  );
}
