"use client";

import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import { useTheme } from "next-themes";
import { Toaster as Sonner } from "sonner";

/** Where toasts appear. Call `toast` from "sonner"; put nothing there that must be read to go on. */
export function Toaster() {
  const { resolvedTheme } = useTheme();
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
