"use client";

import { useState } from "react";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { FormError, FormField, useZodForm } from "~/components/ui/form";
import { Input } from "~/components/ui/input";
import { showRefusal } from "~/lib/form-refusal";
import { openPage, signInWithCode } from "~/lib/session-client";
import { api } from "~/trpc/react";

const loadCodeSchema = () => import("~/schemas/account").then(({ codeFormSchema }) => codeFormSchema);
const loadSchema = () => import("~/schemas/account").then(({ requestSignInCodeSchema }) => requestSignInCodeSchema);

/** Signs in, or makes an account, by a code sent to one's address: no password is asked for. Leads to `to`. */
export function CodeSignIn({ to, email: typed, demo }: { to: string; email: string; demo: boolean }) {
  const [sentTo, setSentTo] = useState<string>();
  const form = useZodForm(loadSchema, { email: typed });
  const request = api.auth.requestSignInCode.useMutation();
  const send = form.handleSubmit(async (given) => {
    try {
      await request.mutateAsync(given);
      setSentTo(given.email);
    } catch (error) {
      showRefusal(form, error);
    }
  });

  if (sentTo) return <CodeForm to={to} email={sentTo} demo={demo} onOther={() => setSentTo(undefined)} />;
  return (
    <form onSubmit={(event) => void send(event)} noValidate className="grid gap-5">
      <FormError form={form} />
      <FormField form={form} name="email" label="Email address" hint="New here? You get an account with it, and no password to remember." required>
        {(props) => <Input type="email" autoComplete="username" inputMode="email" {...props} />}
      </FormField>
      <Button type="submit" size="lg" loading={form.formState.isSubmitting}>
        Send me a code
      </Button>
    </form>
  );
}

function CodeForm({ to, email, demo, onOther }: { to: string; email: string; demo: boolean; onOther: () => void }) {
  const form = useZodForm(loadCodeSchema, { code: "", name: undefined, factorCode: undefined });
  const [needsName, setNeedsName] = useState(false);
  const [asksFactor, setAsksFactor] = useState(false);
  const { isSubmitting, isSubmitSuccessful } = form.formState;
  const submit = form.handleSubmit(async (given) => {
    const result = await signInWithCode({ email, ...given });
    if (result.ok) return openPage(to);
    if (result.needsName) {
      setNeedsName(true);
      form.setError("name", { message: result.message });
      return;
    }
    if (result.asksCode) {
      setAsksFactor(true);
      form.setError("factorCode", { message: result.message });
      return;
    }
    form.setError("root", { message: result.message });
    form.setFocus("code", { shouldSelect: true });
  });
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-5">
      <Alert tone="success" title="Look into your mail">
        A code is on its way to {email}. It works once, for ten minutes.
        {demo && " In this demo no mail leaves: an admin reads it under Admin, Outbox."}
      </Alert>
      <FormError form={form} />
      <FormField form={form} name="code" label="Code" hint="Six digits." required>
        {(props) => <Input autoComplete="one-time-code" inputMode="numeric" autoFocus className="figures tracking-widest" {...props} />}
      </FormField>
      {needsName && (
        <FormField form={form} name="name" label="Your name" required>
          {(props) => <Input autoComplete="name" autoFocus {...props} />}
        </FormField>
      )}
      {asksFactor && (
        <FormField form={form} name="factorCode" label="Code of your authenticator app" hint="Six digits, or one of your recovery codes." required>
          {(props) => <Input autoComplete="off" autoCapitalize="off" spellCheck={false} autoFocus className="figures" {...props} />}
        </FormField>
      )}
      <Button type="submit" size="lg" loading={isSubmitting || isSubmitSuccessful}>
        Sign in
      </Button>
      <Button variant="link" size="sm" className="justify-self-start" onClick={onOther}>
        Another code, or another address
      </Button>
    </form>
  );
}
