"use client";

import { Slider as Primitive } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "~/lib/utils";

/** A range: one thumb for each value. `thumbLabels` names them ("Lowest price", "Highest price"). */
export function Slider({
  className,
  thumbLabels,
  formatValue,
  ...props
}: ComponentProps<typeof Primitive.Root> & {
  thumbLabels: string[];
  /** What a screen reader says for a value. */
  formatValue?: (value: number) => string;
}) {
  const values = props.value ?? props.defaultValue ?? [0];
  return (
    <Primitive.Root
      className={cn("relative flex h-11 w-full touch-none items-center select-none", className)}
      {...props}
    >
      <Primitive.Track className="bg-line relative h-1 grow rounded-full">
        <Primitive.Range className="bg-ink absolute h-full rounded-full" />
      </Primitive.Track>
      {thumbLabels.map((label, i) => (
        <Primitive.Thumb
          key={label}
          aria-label={label}
          aria-valuetext={formatValue?.(values[i] ?? 0)}
          className="touch-target border-ink bg-raised block size-5 rounded-full border-2"
        />
      ))}
    </Primitive.Root>
  );
}
