"use client";

import { X } from "lucide-react";
import { Dialog as Primitive } from "radix-ui";
import { useRef, type ComponentProps, type ReactNode } from "react";
import { cn } from "~/lib/utils";

export const Dialog = Primitive.Root;
export const DialogTrigger = Primitive.Trigger;
export const DialogClose = Primitive.Close;

export const overlayClasses = "bg-scrim animate-fade-in fixed inset-0 z-50";

/** The cross in a float's corner. */
export function FloatClose() {
  return (
    <Primitive.Close
      aria-label="Close"
      className="rounded-control text-ink-soft hover:text-ink hover:bg-surface absolute top-3 right-3 grid size-11 place-items-center transition-colors"
    >
      <X aria-hidden className="size-5" />
    </Primitive.Close>
  );
}

/** A question or a small form over the page. Focus is kept inside and returns where it was. */
export function DialogContent({
  title,
  description,
  className,
  children,
  onCloseAutoFocus,
  ...props
}: Omit<ComponentProps<typeof Primitive.Content>, "title"> & { title: ReactNode; description?: ReactNode }) {
  const before = useRef<Element | null>(null);
  return (
    <Primitive.Portal>
      <Primitive.Overlay className={overlayClasses} />
      <Primitive.Content
        // Radix knows the way back to a trigger only; many of our dialogs are opened by what happens.
        onOpenAutoFocus={() => void (before.current = document.activeElement)}
        onCloseAutoFocus={(event) => {
          onCloseAutoFocus?.(event);
          if (event.defaultPrevented || !(before.current instanceof HTMLElement) || !before.current.isConnected) return;
          event.preventDefault();
          before.current.focus();
        }}
        aria-describedby={description ? undefined : ""}
        className={cn(
          "bg-raised rounded-card shadow-float animate-pop-in fixed inset-x-4 top-1/2 z-50 mx-auto max-h-[calc(100dvh-2rem)] max-w-lg -translate-y-1/2 overflow-y-auto p-6 outline-none",
          className,
        )}
        {...props}
      >
        <Primitive.Title className="display pr-10 text-xl">{title}</Primitive.Title>
        {description && (
          <Primitive.Description className="text-ink-soft mt-2">{description}</Primitive.Description>
        )}
        <div className="mt-5">{children}</div>
        <FloatClose />
      </Primitive.Content>
    </Primitive.Portal>
  );
}

/** The row of buttons at a float's foot; the one that acts stands last. */
export function DialogActions({ className, ...props }: ComponentProps<"div">) {
  return (
    <div
      className={cn("mt-6 flex flex-col-reverse gap-2 sm:flex-row sm:justify-end", className)}
      {...props}
    />
  );
}
