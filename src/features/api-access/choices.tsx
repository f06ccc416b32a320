"use client";

import { Checkbox } from "~/components/ui/checkbox";

type Choice<T extends string> = { value: T; label: string; hint?: string };

/** Several of a few: ticks under one question. */
export function Choices<T extends string>({
  legend,
  choices,
  chosen,
  onChange,
}: {
  legend: string;
  choices: readonly Choice<T>[];
  chosen: readonly T[];
  onChange: (chosen: T[]) => void;
}) {
  return (
    <fieldset>
      <legend className="font-medium">{legend}</legend>
      {choices.map(({ value, label, hint }) => (
        <Checkbox
          key={value}
          label={label}
          hint={hint}
          checked={chosen.includes(value)}
          onCheckedChange={(on) => onChange(on === true ? [...chosen, value] : chosen.filter((one) => one !== value))}
        />
      ))}
    </fieldset>
  );
}
