"use client";

import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import { useTheme } from "next-themes";
import { useEffect } from "react";
import { Toaster as Sonner, toast } from "sonner";
import { toastQueue } from "~/lib/toast-queue";

/** Where toasts appear: the inside of `Toaster`. */
export function Toasts() {
  const { resolvedTheme } = useTheme();
  // Sonner forgets what is said while it is not there; its own effect has run before this one.
  useEffect(
    () => toastQueue.showWith(({ tone, message, description }) => void toast[tone](message, { description })),
    [],
  );
  return (
    <Sonner
      theme={resolvedTheme === "dark" ? "dark" : "light"}
      position="bottom-center"
      offset={16}
      mobileOffset={16}
      gap={8}
      icons={{
        success: <CircleCheck className="text-success size-5" />,
        error: <CircleAlert className="text-danger size-5" />,
        warning: <TriangleAlert className="text-warning size-5" />,
        info: <Info className="text-ink-soft size-5" />,
      }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "bg-raised text-ink rounded-card shadow-float flex w-full items-start gap-3 p-4 font-sans text-base sm:w-96",
          content: "flex-1",
          title: "font-medium",
          description: "text-ink-soft text-sm mt-0.5",
          actionButton: "rounded-control text-accent-text -my-1.5 h-9 px-3 font-medium hover:bg-surface",
          cancelButton: "rounded-control text-ink-soft -my-1.5 h-9 px-3 hover:bg-surface",
        },
      }}
    />
  );
}
