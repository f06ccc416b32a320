"use client";

import { Dialog as Primitive } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "~/lib/utils";
import { FloatClose, overlayClasses } from "./dialog";

export const Sheet = Primitive.Root;
export const SheetTrigger = Primitive.Trigger;
export const SheetClose = Primitive.Close;

const sides = {
  bottom: "inset-x-0 bottom-0 max-h-[85dvh] rounded-t-card animate-rise-in",
  right: "inset-y-0 right-0 w-[min(26rem,100vw)] animate-slide-in",
  left: "inset-y-0 left-0 w-[min(22rem,90vw)] animate-slide-in-left",
};

/** A drawer: filters and summaries on phones, details at the side on wide screens. `footer` stays in sight. */
export function SheetContent({
  title,
  description,
  side = "right",
  footer,
  className,
  children,
  ...props
}: Omit<ComponentProps<typeof Primitive.Content>, "title"> & {
  title: ReactNode;
  description?: ReactNode;
  side?: keyof typeof sides;
  footer?: ReactNode;
}) {
  return (
    <Primitive.Portal>
      <Primitive.Overlay className={overlayClasses} />
      <Primitive.Content
        aria-describedby={description ? undefined : ""}
        className={cn("bg-raised shadow-float fixed z-50 flex flex-col outline-none", sides[side], className)}
        {...props}
      >
        <div className="border-line border-b px-5 py-4 pr-14">
          <Primitive.Title className="display text-lg">{title}</Primitive.Title>
          {description && (
            <Primitive.Description className="text-ink-soft text-sm">{description}</Primitive.Description>
          )}
        </div>
        <div className="flex-1 overflow-y-auto overscroll-contain px-5 py-4">{children}</div>
        {footer && (
          <div className="border-line border-t px-5 py-4 pb-[max(1rem,env(safe-area-inset-bottom))]">
            {footer}
          </div>
        )}
        <FloatClose />
      </Primitive.Content>
    </Primitive.Portal>
  );
}
