"use client";

import { Tabs as Primitive } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "~/lib/utils";

export const Tabs = Primitive.Root;

/** The row of tabs. Name it with aria-label. */
export function TabsList({ className, ...props }: ComponentProps<typeof Primitive.List>) {
  return (
    <Primitive.List
      className={cn("border-line no-scrollbar flex gap-6 overflow-x-auto border-b", className)}
      {...props}
    />
  );
}

/** One tab. */
export function TabsTrigger({ className, ...props }: ComponentProps<typeof Primitive.Trigger>) {
  return (
    <Primitive.Trigger
      className={cn(
        "text-ink-soft hover:text-ink data-[state=active]:text-ink data-[state=active]:border-ink -mb-px inline-flex h-11 shrink-0 items-center gap-2 border-b-2 border-transparent font-medium transition-colors focus-visible:outline-offset-[-2px]",
        className,
      )}
      {...props}
    />
  );
}

/** What a tab shows. */
export function TabsContent({ className, ...props }: ComponentProps<typeof Primitive.Content>) {
  return <Primitive.Content className={cn("pt-6", className)} {...props} />;
}
