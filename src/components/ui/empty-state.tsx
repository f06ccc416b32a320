import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "~/lib/utils";

/** Nothing here, why, and the step that changes it. `action` is a Button or two. */
export function EmptyState({
  icon: Icon,
  title,
  children,
  action,
  className,
}: {
  icon?: LucideIcon;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
}) {
  return (
    <div className={cn("border-line flex flex-col items-start border-t py-12", className)}>
      {Icon && <Icon aria-hidden className="text-ink-soft mb-4 size-8" strokeWidth={1.5} />}
      <p className="display text-2xl">{title}</p>
      {children && <div className="text-ink-soft mt-2 max-w-prose">{children}</div>}
      {action && <div className="mt-6 flex flex-wrap gap-2">{action}</div>}
    </div>
  );
}
