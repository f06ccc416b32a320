"use client";

import { X } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "~/lib/utils";

const chipClasses =
  "touch-target inline-flex h-9 shrink-0 items-center gap-1.5 rounded-full border px-3.5 text-sm font-medium whitespace-nowrap transition-colors [&_svg]:size-4";

/** A filter that is on or off. */
export function Chip({ className, pressed, ...props }: ComponentProps<"button"> & { pressed: boolean }) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      className={cn(
        chipClasses,
        pressed
          ? "bg-ink border-ink text-paper"
          : "border-line-strong bg-raised text-ink hover:border-ink hover:bg-surface",
        className,
      )}
      {...props}
    />
  );
}

/** A filter in force, with its cross. `label` is what is removed. */
export function RemovableChip({
  className,
  label,
  ...props
}: Omit<ComponentProps<"button">, "children"> & { label: string }) {
  return (
    <button
      type="button"
      aria-label={`Remove filter: ${label}`}
      className={cn(chipClasses, "bg-surface text-ink hover:border-ink border-transparent", className)}
      {...props}
    >
      {label}
      <X aria-hidden className="text-ink-soft" />
    </button>
  );
}
