import type { ReactNode } from "react";
import { cn } from "~/lib/utils";
import { Breadcrumbs } from "./ui/breadcrumbs";

/** A page's title, what it is for, and its one or two actions at the right. */
export function PageHeader({
  title,
  description,
  breadcrumbs,
  actions,
  className,
}: {
  title: ReactNode;
  description?: ReactNode;
  breadcrumbs?: { label: string; href?: string }[];
  actions?: ReactNode;
  className?: string;
}) {
  return (
    <header className={cn("pt-8 pb-6 sm:pt-12 sm:pb-8", className)}>
      {breadcrumbs && <Breadcrumbs items={breadcrumbs} />}
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div className="min-w-0">
          <h1 className="display text-3xl sm:text-4xl">{title}</h1>
          {description && <p className="text-ink-soft mt-2 max-w-prose text-lg">{description}</p>}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
    </header>
  );
}
