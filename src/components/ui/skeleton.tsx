import type { ComponentProps } from "react";
import { cn } from "~/lib/utils";

/** A grey shape where something is about to stand. Give it the size of the real thing. */
export function Skeleton({ className, ...props }: ComponentProps<"div">) {
  return (
    <div aria-hidden className={cn("bg-line/70 rounded-control animate-shimmer", className)} {...props} />
  );
}

/** Wraps a page's skeletons and tells a screen reader, once, what is on its way. */
export function SkeletonRegion({ label, children, ...props }: ComponentProps<"div"> & { label: string }) {
  return (
    <div role="status" aria-busy="true" {...props}>
      <span className="sr-only">{label}</span>
      {children}
    </div>
  );
}
