"use client";

import { Switch as Primitive } from "radix-ui";
import { useId, type ComponentProps, type ReactNode } from "react";
import { cn } from "~/lib/utils";

/** On or off, at once, without a Save. */
export function Switch({
  label,
  hint,
  className,
  ...props
}: ComponentProps<typeof Primitive.Root> & { label: ReactNode; hint?: ReactNode }) {
  const id = useId();
  return (
    <div className={cn("flex min-h-11 items-center justify-between gap-4", className)}>
      <div>
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="text-ink-soft text-sm">
            {hint}
          </p>
        )}
      </div>
      <Primitive.Root
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="touch-target bg-line-strong data-[state=checked]:bg-ink h-6 w-10 shrink-0 rounded-full transition-colors disabled:opacity-55"
        {...props}
      >
        <Primitive.Thumb className="bg-raised block size-5 translate-x-0.5 rounded-full transition-transform data-[state=checked]:translate-x-4.5" />
      </Primitive.Root>
    </div>
  );
}
