"use client";

import { useState } from "react";
import { QrPicture } from "~/components/qr-picture";
import { Button } from "~/components/ui/button";
import { FormError, FormField, useZodForm } from "~/components/ui/form";
import { Input } from "~/components/ui/input";
import { PasswordInput } from "~/components/ui/password-input";
import { showRefusal } from "~/lib/form-refusal";
import { api, type RouterOutputs } from "~/trpc/react";

const loadCodeSchema = () => import("~/schemas/account").then(({ factorCodeInput }) => factorCodeInput);
const loadSchema = () => import("~/schemas/account").then(({ startSecondFactorSchema }) => startSecondFactorSchema);

type Begun = RouterOutputs["user"]["startSecondFactor"];

/** Password, then the QR code and a first code of the app. `onDone` gets the recovery codes, told this once. */
export function EnrolSecondFactor({ onDone, onCancel }: { onDone: (recoveryCodes: string[]) => void; onCancel: () => void }) {
  const [begun, setBegun] = useState<Begun | null>(null);
  return begun ? <FirstCode begun={begun} onDone={onDone} onCancel={onCancel} /> : <Begin onBegun={setBegun} onCancel={onCancel} />;
}

function Begin({ onBegun, onCancel }: { onBegun: (begun: Begun) => void; onCancel: () => void }) {
  const form = useZodForm(loadSchema, { password: "" });
  const start = api.user.startSecondFactor.useMutation();
  const submit = form.handleSubmit((given) =>
    start.mutateAsync(given).then(onBegun, (error: unknown) => showRefusal(form, error)),
  );
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-5">
      <FormError form={form} />
      <FormField form={form} name="password" label="Your password" hint="So that nobody with your phone in hand does this for you." required>
        {(props) => <PasswordInput autoComplete="current-password" {...props} />}
      </FormField>
      <Buttons act="Continue" busy={form.formState.isSubmitting} onCancel={onCancel} />
    </form>
  );
}

function FirstCode({ begun, onDone, onCancel }: { begun: Begun; onDone: (codes: string[]) => void; onCancel: () => void }) {
  const form = useZodForm(loadCodeSchema, { code: "" });
  const utils = api.useUtils();
  const confirm = api.user.confirmSecondFactor.useMutation();
  const submit = form.handleSubmit(async (given) => {
    try {
      onDone((await confirm.mutateAsync(given)).recoveryCodes);
      await Promise.all([utils.user.secondFactor.invalidate(), utils.user.sessions.invalidate()]);
    } catch (error) {
      showRefusal(form, error);
    }
  });
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-5">
      <FormError form={form} />
      <div className="grid items-start gap-5 sm:grid-cols-[12rem_1fr]">
        <div className="rounded-control border-line w-48 overflow-hidden border">
          <QrPicture qr={begun.qr} label="The code that your authenticator app scans" />
        </div>
        <div className="text-sm leading-6">
          <p>Scan this with Aegis, Google Authenticator, 1Password or another app.</p>
          <p className="text-ink-soft mt-3">No camera? Type this instead:</p>
          <code className="figures mt-1 block break-words select-all">{begun.secret.match(/.{4}/g)?.join(" ")}</code>
        </div>
      </div>
      <FormField form={form} name="code" label="The six digits it shows" required>
        {(props) => <Input inputMode="numeric" autoComplete="one-time-code" className="figures" {...props} />}
      </FormField>
      <Buttons act="Turn it on" busy={form.formState.isSubmitting} onCancel={onCancel} />
    </form>
  );
}

function Buttons({ act, busy, onCancel }: { act: string; busy: boolean; onCancel: () => void }) {
  return (
    <div className="flex flex-wrap gap-2">
      <Button type="submit" loading={busy}>
        {act}
      </Button>
      <Button variant="ghost" onClick={onCancel}>
        Not now
      </Button>
    </div>
  );
}
