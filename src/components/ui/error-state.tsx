"use client";

import { RotateCw } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "~/lib/utils";
import { Button } from "./button";

/** Something did not load: what, and a way to try again. */
export function ErrorState({
  title = "This did not load",
  children = "Your connection or our server took a pause. Nothing is lost.",
  onRetry,
  retrying = false,
  className,
}: {
  title?: ReactNode;
  children?: ReactNode;
  onRetry?: () => void;
  retrying?: boolean;
  className?: string;
}) {
  return (
    <div role="alert" className={cn("border-line flex flex-col items-start border-t py-12", className)}>
      <p className="display text-2xl">{title}</p>
      <div className="text-ink-soft mt-2 max-w-prose">{children}</div>
      {onRetry && (
        <Button variant="secondary" className="mt-6" onClick={onRetry} loading={retrying}>
          <RotateCw aria-hidden /> Try again
        </Button>
      )}
    </div>
  );
}
