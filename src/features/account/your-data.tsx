"use client";

import { Download } from "lucide-react";
import { useState } from "react";
import { Button } from "~/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "~/components/ui/dialog";
import { FormError, FormField, useZodForm } from "~/components/ui/form";
import { PasswordInput } from "~/components/ui/password-input";
import { showRefusal } from "~/lib/form-refusal";
import { openPage } from "~/lib/session-client";
import { api } from "~/trpc/react";

const loadSchema = () => import("~/schemas/account").then(({ deleteAccountSchema }) => deleteAccountSchema);

/** A copy of one's data, and the way out. */
export function YourData() {
  return (
    <div className="flex flex-wrap gap-2">
      <Button asChild variant="secondary">
        <a href="/api/account/export" download>
          <Download aria-hidden /> Download my data
        </a>
      </Button>
      <DeleteAccount />
    </div>
  );
}

function DeleteAccount() {
  const [open, setOpen] = useState(false);
  const form = useZodForm(loadSchema, { password: "" });
  const remove = api.user.deleteAccount.useMutation();

  const submit = form.handleSubmit(async (given) => {
    try {
      await remove.mutateAsync(given);
      openPage("/login?deleted=1");
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
          Delete my account
        </Button>
      </DialogTrigger>
      <DialogContent
        title="Delete your account?"
        description="Your name, address, phone, messages and the words of your reviews go, for good. Invoices stay, as the law asks."
      >
        <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-5">
          <FormError form={form} />
          <FormField form={form} name="password" label="Your password" required>
            {(props) => <PasswordInput autoComplete="current-password" {...props} />}
          </FormField>
          <DialogActions>
            <Button variant="secondary" onClick={() => setOpen(false)}>
              Keep my account
            </Button>
            <Button type="submit" variant="danger" loading={form.formState.isSubmitting || remove.isSuccess}>
              Delete for good
            </Button>
          </DialogActions>
        </form>
      </DialogContent>
    </Dialog>
  );
}
