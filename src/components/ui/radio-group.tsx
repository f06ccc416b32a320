"use client";

import { createContext, use, useId, useState, type ComponentProps, type ReactNode } from "react";
import { cn } from "~/lib/utils";

const Choice = createContext<{ name: string; value: string; choose: (value: string) => void }>({
  name: "",
  value: "",
  choose: () => undefined,
});

/** One of a few, by the browser's own radios. Name it with aria-label or aria-labelledby. */
export function RadioGroup({
  value,
  defaultValue = "",
  onValueChange,
  className,
  ...props
}: Omit<ComponentProps<"div">, "defaultValue" | "onChange"> & {
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
}) {
  const name = useId();
  const [own, setOwn] = useState(defaultValue);
  const choose = (next: string) => {
    setOwn(next);
    onValueChange?.(next);
  };
  return (
    <Choice value={{ name, value: value ?? own, choose }}>
      <div role="radiogroup" className={cn("grid gap-2", className)} {...props} />
    </Choice>
  );
}

/** A choice drawn as a card: the whole card is the target. `aside` stands at the right (a price, an icon). */
export function RadioCard({
  label,
  hint,
  aside,
  value,
  disabled,
  className,
}: {
  label: ReactNode;
  hint?: ReactNode;
  aside?: ReactNode;
  value: string;
  disabled?: boolean;
  className?: string;
}) {
  const id = useId();
  const choice = use(Choice);
  return (
    <div
      className={cn(
        "rounded-control border-line bg-raised has-checked:border-ink has-focus-visible:outline-focus hover:border-line-strong has-checked:ring-ink relative flex min-h-14 items-center gap-3 border px-4 py-3 transition-colors has-checked:ring-1 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-disabled:opacity-55",
        className,
      )}
    >
      <input
        type="radio"
        id={id}
        name={choice.name}
        value={value}
        checked={choice.value === value}
        disabled={disabled}
        onChange={() => choice.choose(value)}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="border-line-strong checked:border-ink before:bg-ink relative z-1 grid size-5 shrink-0 appearance-none place-items-center rounded-full border outline-none before:size-2.5 before:rounded-full before:opacity-0 checked:before:opacity-100"
      />
      <div className="min-w-0 flex-1">
        <label htmlFor={id} className="font-medium after:absolute after:inset-0">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="text-ink-soft text-sm">
            {hint}
          </p>
        )}
      </div>
      {aside}
    </div>
  );
}
