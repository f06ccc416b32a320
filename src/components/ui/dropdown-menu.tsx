"use client";

import { DropdownMenu as Primitive } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "~/lib/utils";

/** The page behind it stays in reach: hidden from screen readers, it would still hold the focusable things it hides. */
export function DropdownMenu(props: ComponentProps<typeof Primitive.Root>) {
  return <Primitive.Root modal={false} {...props} />;
}
export const DropdownMenuTrigger = Primitive.Trigger;

/** A short list of things to do, from one button. */
export function DropdownMenuContent({
  className,
  sideOffset = 8,
  align = "end",
  ...props
}: ComponentProps<typeof Primitive.Content>) {
  return (
    <Primitive.Portal>
      <Primitive.Content
        sideOffset={sideOffset}
        align={align}
        collisionPadding={12}
        className={cn("bg-raised rounded-card shadow-float animate-pop-in z-50 min-w-52 p-1.5", className)}
        {...props}
      />
    </Primitive.Portal>
  );
}

/** One line of the menu. With asChild, a Link. `tone="danger"` for what destroys. */
export function DropdownMenuItem({
  className,
  tone = "plain",
  ...props
}: ComponentProps<typeof Primitive.Item> & { tone?: "plain" | "danger" }) {
  return (
    <Primitive.Item
      className={cn(
        "data-highlighted:bg-surface flex min-h-11 cursor-pointer items-center gap-3 rounded-[6px] px-3 text-base outline-none select-none data-disabled:pointer-events-none data-disabled:opacity-55 [&_svg]:size-4.5 [&_svg]:shrink-0",
        tone === "danger" ? "text-danger" : "[&_svg]:text-ink-soft",
        className,
      )}
      {...props}
    />
  );
}

/** A heading inside the menu. */
export function DropdownMenuLabel({ className, ...props }: ComponentProps<typeof Primitive.Label>) {
  return <Primitive.Label className={cn("px-3 py-2 text-sm", className)} {...props} />;
}

/** A hairline between groups. */
export function DropdownMenuSeparator() {
  return <Primitive.Separator className="bg-line -mx-1.5 my-1.5 h-px" />;
}
