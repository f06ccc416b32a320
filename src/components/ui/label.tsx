import type { ComponentProps } from "react";
import { cn } from "~/lib/utils";

/** A field's name, above it. */
export function Label({ className, ...props }: ComponentProps<"label">) {
  return <label className={cn("text-ink text-sm font-medium", className)} {...props} />;
}
