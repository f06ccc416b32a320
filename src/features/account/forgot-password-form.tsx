"use client";

import { useState } from "react";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { FormError, FormField, useZodForm } from "~/components/ui/form";
import { Input } from "~/components/ui/input";
import { showRefusal } from "~/lib/form-refusal";
import { api } from "~/trpc/react";

const loadSchema = () => import("~/schemas/account").then(({ requestPasswordResetSchema }) => requestPasswordResetSchema);

/** Asks where to send the link; says the same whether or not the address has an account. */
export function ForgotPasswordForm() {
  const form = useZodForm(loadSchema, { email: "" });
  const request = api.auth.requestPasswordReset.useMutation();
  const [sentTo, setSentTo] = useState<string>();

  const submit = form.handleSubmit(async (given) => {
    try {
      await request.mutateAsync(given);
      setSentTo(given.email);
    } catch (error) {
      showRefusal(form, error);
    }
  });

  if (sentTo) {
    return (
      <Alert tone="success" title="Look into your mail">
        If {sentTo} has an account, a link is on its way. It works for an hour.
      </Alert>
    );
  }
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-5">
      <FormError form={form} />
      <FormField form={form} name="email" label="Email address" required>
        {(props) => <Input type="email" autoComplete="username" inputMode="email" {...props} />}
      </FormField>
      <Button type="submit" size="lg" loading={form.formState.isSubmitting}>
        Send me a link
      </Button>
    </form>
  );
}
