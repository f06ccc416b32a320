"use client";

import Link from "next/link";
import { useState } from "react";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { FormError, FormField, useZodForm } from "~/components/ui/form";
import { PasswordInput } from "~/components/ui/password-input";
import { showRefusal } from "~/lib/form-refusal";
import { api } from "~/trpc/react";

const loadSchema = () => import("~/schemas/account").then(({ chooseNewPasswordSchema }) => chooseNewPasswordSchema);

/** A new password, by the token of a mail. */
export function ResetPasswordForm({ token }: { token: string }) {
  const form = useZodForm(loadSchema, { newPassword: "" });
  const reset = api.auth.resetPassword.useMutation();
  const [done, setDone] = useState(false);

  const submit = form.handleSubmit(async ({ newPassword }) => {
    try {
      await reset.mutateAsync({ token, newPassword });
      setDone(true);
    } catch (error) {
      showRefusal(form, error);
    }
  });

  if (done) {
    return (
      <div className="grid gap-5">
        <Alert tone="success" title="Your password is changed">
          Every device is signed out. Sign in with the new one.
        </Alert>
        <Button asChild size="lg">
          <Link href="/login">Sign in</Link>
        </Button>
      </div>
    );
  }
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-5">
      <FormError form={form} />
      <FormField form={form} name="newPassword" label="New password" hint="8 characters or more." required>
        {(props) => <PasswordInput autoComplete="new-password" {...props} />}
      </FormField>
      <Button type="submit" size="lg" loading={form.formState.isSubmitting}>
        Change password
      </Button>
    </form>
  );
}
