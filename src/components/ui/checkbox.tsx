"use client";

import { Check, Minus } from "lucide-react";
import { Checkbox as Primitive } from "radix-ui";
import { useId, type ComponentProps, type ReactNode } from "react";
import { cn } from "~/lib/utils";

/** A tick with its words beside it; the words are part of the target. */
export function Checkbox({
  label,
  hint,
  className,
  ...props
}: ComponentProps<typeof Primitive.Root> & { label: ReactNode; hint?: ReactNode }) {
  const id = useId();
  return (
    <div className={cn("flex min-h-11 items-center gap-3 py-1.5", className)}>
      <Primitive.Root
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="peer touch-target border-line-strong bg-raised data-[state=checked]:bg-ink data-[state=checked]:border-ink data-[state=indeterminate]:bg-ink text-paper grid size-5 shrink-0 place-items-center rounded-[5px] border transition-colors disabled:opacity-55"
        {...props}
      >
        <Primitive.Indicator className="animate-pop-in">
          {props.checked === "indeterminate" ? (
            <Minus className="size-3.5" strokeWidth={3} />
          ) : (
            <Check className="size-3.5" strokeWidth={3} />
          )}
        </Primitive.Indicator>
      </Primitive.Root>
      <div>
        <label htmlFor={id} className="text-base peer-disabled:opacity-55">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="text-ink-soft text-sm">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
