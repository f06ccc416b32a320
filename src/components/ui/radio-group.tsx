"use client";

import { RadioGroup as Primitive } from "radix-ui";
import { useId, type ComponentProps, type ReactNode } from "react";
import { cn } from "~/lib/utils";

/** One of a few. Name it with aria-label or aria-labelledby. */
export function RadioGroup({ className, ...props }: ComponentProps<typeof Primitive.Root>) {
  return <Primitive.Root className={cn("grid gap-2", className)} {...props} />;
}

/** A choice drawn as a card: the whole card is the target. `aside` stands at the right (a price, an icon). */
export function RadioCard({
  label,
  hint,
  aside,
  className,
  ...props
}: ComponentProps<typeof Primitive.Item> & { label: ReactNode; hint?: ReactNode; aside?: ReactNode }) {
  const id = useId();
  return (
    <div
      className={cn(
        "rounded-control border-line bg-raised has-data-[state=checked]:border-ink has-focus-visible:outline-focus hover:border-line-strong has-data-[state=checked]:ring-ink relative flex min-h-14 items-center gap-3 border px-4 py-3 transition-colors has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-disabled:opacity-55 has-data-[state=checked]:ring-1",
        className,
      )}
    >
      <Primitive.Item
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="border-line-strong data-[state=checked]:border-ink relative z-1 grid size-5 shrink-0 place-items-center rounded-full border outline-none"
        {...props}
      >
        <Primitive.Indicator className="bg-ink animate-pop-in size-2.5 rounded-full" />
      </Primitive.Item>
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
