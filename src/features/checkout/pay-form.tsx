"use client";

import { CreditCard, Landmark, Smartphone } from "lucide-react";
import { useState } from "react";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { RadioCard, RadioGroup } from "~/components/ui/radio-group";
import { formatPaise } from "~/domain/money";
import type { Method } from "./use-payment";

const methods: { method: Method; label: string; hint: string; icon: typeof CreditCard }[] = [
  { method: "upi", label: "UPI", hint: "Any UPI app on your phone", icon: Smartphone },
  { method: "card", label: "Card", hint: "Credit or debit: RuPay, Visa, Mastercard", icon: CreditCard },
  { method: "netbanking", label: "Netbanking", hint: "Sign in at your own bank", icon: Landmark },
];

/** The ways to pay and the one button. */
export function PayForm({
  totalPaise,
  busy,
  error,
  onPay,
}: {
  totalPaise: number;
  busy: boolean;
  error: string | null;
  onPay: (method: Method) => void;
}) {
  const [method, setMethod] = useState<Method>("upi");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onPay(method);
      }}
    >
      <h2 id="ways-to-pay" className="display text-xl">
        How would you like to pay?
      </h2>
      <RadioGroup
        aria-labelledby="ways-to-pay"
        value={method}
        onValueChange={(value) => setMethod(value as Method)}
        className="mt-4"
      >
        {methods.map(({ method, label, hint, icon: Icon }) => (
          <RadioCard
            key={method}
            value={method}
            label={label}
            hint={hint}
            aside={<Icon aria-hidden className="text-ink-soft size-5" />}
          />
        ))}
      </RadioGroup>
      {error && (
        <Alert tone="danger" title="The payment did not go through" className="mt-4">
          {error}
        </Alert>
      )}
      <Button type="submit" size="lg" className="mt-5 w-full" loading={busy}>
        Pay {formatPaise(totalPaise)}
      </Button>
      <p className="text-ink-soft mt-3 text-sm">
        Your bank asks you to confirm on the next screen. If the time runs out first, the seats go back on sale;
        money that arrives too late for them comes back to you in full.
      </p>
    </form>
  );
}
