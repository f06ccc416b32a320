import type { ComponentProps } from "react";
import { cn } from "~/lib/utils";

/** The page's column: 1,200 px at most, generous margins. The booking page does without it. */
export function Container({ className, ...props }: ComponentProps<"div">) {
  return <div className={cn("max-w-page mx-auto w-full px-4 sm:px-6 lg:px-8", className)} {...props} />;
}
