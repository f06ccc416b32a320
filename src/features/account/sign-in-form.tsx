"use client";

import Link from "next/link";
import { useState } from "react";
import { Button } from "~/components/ui/button";
import { FormError, FormField, useZodForm } from "~/components/ui/form";
import { Input } from "~/components/ui/input";
import { PasswordInput } from "~/components/ui/password-input";
import { openPage, signIn } from "~/lib/session-client";
import { CodeSignIn } from "./code-sign-in";
import { CodeStep } from "./code-step";
import { DemoAccounts } from "./demo-accounts";

const loadSchema = () => import("~/schemas/account").then(({ signInSchema }) => signInSchema);

/** Address and password, and a code where the account has a second factor; leads to `to`. `demo` shows the accounts of the local demo. */
export function SignInForm({ to, demo }: { to: string; demo: boolean }) {
  const form = useZodForm(loadSchema, { email: "", password: "" });
  const [asked, setAsked] = useState(false);
  const { isSubmitting, isSubmitSuccessful } = form.formState;

  const [byCode, setByCode] = useState(false);
  const submit = form.handleSubmit(async (given) => {
    const result = await signIn(given);
    if (result.ok) return openPage(to);
    if (result.asksCode && !given.code) return setAsked(true);
    if (asked) return form.setError("code", { message: result.message }, { shouldFocus: true });
    form.setError("root", { message: result.message });
    form.setFocus("password", { shouldSelect: true });
  });

  if (asked) {
    return (
      <CodeStep
        form={form}
        onSubmit={() => void submit()}
        onBack={() => {
          form.reset();
          setAsked(false);
        }}
      />
    );
  }
  if (byCode) {
    return (
      <>
        <CodeSignIn to={to} email={form.getValues("email")} demo={demo} />
        <Button variant="link" size="sm" className="mt-6" onClick={() => setByCode(false)}>
          Sign in with your password
        </Button>
      </>
    );
  }
  return (
    <>
      <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-5">
        <FormError form={form} />
        <FormField form={form} name="email" label="Email address" required>
          {(props) => <Input type="email" autoComplete="username" inputMode="email" {...props} />}
        </FormField>
        <FormField form={form} name="password" label="Password" required>
          {(props) => <PasswordInput autoComplete="current-password" {...props} />}
        </FormField>
        <Link
          href="/forgot-password"
          className="text-ink-soft -my-2 flex min-h-11 items-center justify-self-start text-sm underline underline-offset-4"
        >
          Forgot your password?
        </Link>
        <Button type="submit" size="lg" loading={isSubmitting || isSubmitSuccessful}>
          Sign in
        </Button>
        <Button variant="secondary" onClick={() => setByCode(true)}>
          Email me a code instead
        </Button>
      </form>
      {demo && (
        <DemoAccounts
          onChoose={(account) => {
            form.reset(account);
            void submit();
          }}
        />
      )}
    </>
  );
}
