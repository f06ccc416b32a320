"use client";

import { useEffect } from "react";
import type { UseFormReturn } from "react-hook-form";
import { Button } from "~/components/ui/button";
import { FormField } from "~/components/ui/form";
import { Input } from "~/components/ui/input";

type Values = { email: string; password: string; code?: string };

/** The second step of signing in: the code of the authenticator app, or a recovery code. */
export function CodeStep({
  form,
  onSubmit,
  onBack,
}: {
  form: UseFormReturn<Values, unknown, Values>;
  onSubmit: () => void;
  onBack: () => void;
}) {
  const { setFocus } = form;
  useEffect(() => setFocus("code"), [setFocus]);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
      noValidate
      className="grid gap-5"
    >
      <p className="text-ink-soft">Your password is right. Open your authenticator app for the second half.</p>
      <FormField form={form} name="code" label="Code" hint="Six digits, or one of your recovery codes." required>
        {(props) => <Input autoComplete="one-time-code" autoCapitalize="off" spellCheck={false} className="figures" {...props} />}
      </FormField>
      <Button type="submit" size="lg" loading={form.formState.isSubmitting}>
        Sign in
      </Button>
      <Button variant="ghost" onClick={onBack}>
        Use another account
      </Button>
    </form>
  );
}
