"use client";

import { useState } from "react";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";

type Props = {
  label: string;
  value: number;
  least: number;
  most: number;
  step?: number;
  hint?: string;
  onChange: (value: number) => void;
};

/** A number that counts once it is one and the field is left, or Enter is pressed. */
export function NumberField({ label, value, least, most, step = 1, hint, onChange }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const number = Number(typed);
  const wrong = typed !== null && (typed.trim() === "" || !Number.isFinite(number) || number < least || number > most);
  const take = () => {
    if (typed === null || wrong) return;
    setTyped(null);
    if (number !== value) onChange(number);
  };
  return (
    <Field label={label} hint={hint} error={wrong ? `From ${least} to ${most}.` : null}>
      <Input
        type="number"
        inputMode="decimal"
        min={least}
        max={most}
        step={step}
        value={typed ?? String(value)}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => event.key === "Enter" && (event.preventDefault(), take())}
      />
    </Field>
  );
}
