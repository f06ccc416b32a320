"use client";

import { Button } from "~/components/ui/button";
import { FormError, FormField, useZodForm } from "~/components/ui/form";
import { Input } from "~/components/ui/input";
import { PasswordInput } from "~/components/ui/password-input";
import { showRefusal } from "~/lib/form-refusal";
import { loginPath } from "~/lib/local-path";
import { openPage, signIn } from "~/lib/session-client";
import { api } from "~/trpc/react";

const loadSchema = () => import("~/schemas/account").then(({ registerSchema }) => registerSchema);

/** A new account, signed in at once; leads to `to`. */
export function RegisterForm({ to }: { to: string }) {
  const form = useZodForm(loadSchema, { name: "", email: "", password: "", phone: "" });
  const register = api.auth.register.useMutation();
  const { isSubmitting, isSubmitSuccessful } = form.formState;

  const submit = form.handleSubmit(async (given) => {
    try {
      await register.mutateAsync(given);
    } catch (error) {
      return showRefusal(form, error);
    }
    const { ok } = await signIn(given);
    // The account is there; should signing in fail, the sign-in page says why.
    openPage(ok ? to : loginPath(to));
  });

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-5">
      <FormError form={form} />
      <FormField form={form} name="name" label="Name" hint="As it should stand on your tickets." required>
        {(props) => <Input autoComplete="name" {...props} />}
      </FormField>
      <FormField form={form} name="email" label="Email address" hint="Your tickets go here." required>
        {(props) => <Input type="email" autoComplete="email" inputMode="email" {...props} />}
      </FormField>
      <FormField form={form} name="phone" label="Phone" optional>
        {(props) => <Input type="tel" autoComplete="tel" placeholder="98765 43210" {...props} />}
      </FormField>
      <FormField form={form} name="password" label="Password" hint="8 characters or more." required>
        {(props) => <PasswordInput autoComplete="new-password" {...props} />}
      </FormField>
      <Button type="submit" size="lg" loading={isSubmitting || isSubmitSuccessful}>
        Create account
      </Button>
    </form>
  );
}
