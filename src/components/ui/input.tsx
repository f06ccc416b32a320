"use client";

import type { ComponentProps } from "react";
import { cn } from "~/lib/utils";
import { useFieldControl } from "./field";

/** Looks shared by everything one types or chooses in. */
export const controlClasses =
  "rounded-control border-line-strong bg-raised text-ink placeholder:text-ink-soft w-full border px-3 text-base transition-colors hover:border-ink-soft disabled:bg-surface disabled:text-ink-soft disabled:cursor-not-allowed aria-invalid:border-danger focus-visible:outline-offset-0";

/** One line of text. Inside a Field it is wired by itself. */
export function Input({ className, type = "text", ...props }: ComponentProps<"input">) {
  return (
    <input
      type={type}
      className={cn(controlClasses, "h-11", className)}
      {...props}
      {...useFieldControl(props)}
    />
  );
}
