import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "~/lib/utils";

const tones = {
  info: { icon: Info, classes: "bg-surface text-ink", tint: "text-ink-soft" },
  success: { icon: CircleCheck, classes: "bg-success-soft text-ink", tint: "text-success" },
  warning: { icon: TriangleAlert, classes: "bg-warning-soft text-ink", tint: "text-warning" },
  danger: { icon: CircleAlert, classes: "bg-danger-soft text-ink", tint: "text-danger" },
};

/** A notice in the page's flow. `danger` is announced at once, the rest politely. */
export function Alert({
  tone = "info",
  title,
  children,
  action,
  className,
}: {
  tone?: keyof typeof tones;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
}) {
  const { icon: Icon, classes, tint } = tones[tone];
  return (
    <div
      role={tone === "danger" ? "alert" : "status"}
      className={cn("rounded-control flex items-start gap-3 px-4 py-3 forced-colors:outline", classes, className)}
    >
      <Icon aria-hidden className={cn("mt-0.5 size-5 shrink-0", tint)} />
      <div className="min-w-0 flex-1">
        {title && <p className="font-medium">{title}</p>}
        {children && <div className="text-sm leading-6">{children}</div>}
      </div>
      {action}
    </div>
  );
}
