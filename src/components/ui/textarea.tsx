"use client";

import type { ComponentProps } from "react";
import { cn } from "~/lib/utils";
import { useFieldControl } from "./field";
import { controlClasses } from "./input";

/** Several lines of text; grows with what is written. */
export function Textarea({ className, rows = 4, ...props }: ComponentProps<"textarea">) {
  return (
    <textarea
      rows={rows}
      className={cn(controlClasses, "field-sizing-content min-h-24 py-2.5", className)}
      {...props}
      {...useFieldControl(props)}
    />
  );
}
