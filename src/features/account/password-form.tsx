"use client";

import { Button } from "~/components/ui/button";
import { FormError, FormField, useZodForm } from "~/components/ui/form";
import { PasswordInput } from "~/components/ui/password-input";
import { showRefusal } from "~/lib/form-refusal";
import { toast } from "~/lib/toast";
import { api } from "~/trpc/react";

const loadSchema = () => import("~/schemas/account").then(({ changePasswordSchema }) => changePasswordSchema);

const empty = { currentPassword: "", newPassword: "" };

/** The current password and a new one. This device stays signed in, the others do not. */
export function PasswordForm({ email }: { email: string }) {
  const form = useZodForm(loadSchema, empty);
  const change = api.user.changePassword.useMutation();
  const utils = api.useUtils();

  const submit = form.handleSubmit(async (given) => {
    try {
      await change.mutateAsync(given);
      form.reset(empty);
      toast.success("Your password is changed.", { description: "Every other device is signed out." });
      await utils.user.sessions.invalidate();
    } catch (error) {
      showRefusal(form, error);
    }
  });

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-5">
      <FormError form={form} />
      {/* For password managers, which ask whose password it is. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <FormField form={form} name="currentPassword" label="Current password" required>
        {(props) => <PasswordInput autoComplete="current-password" {...props} />}
      </FormField>
      <FormField form={form} name="newPassword" label="New password" hint="8 characters or more." required>
        {(props) => <PasswordInput autoComplete="new-password" {...props} />}
      </FormField>
      <div>
        <Button type="submit" loading={form.formState.isSubmitting}>
          Change password
        </Button>
      </div>
    </form>
  );
}
