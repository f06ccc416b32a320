import type { ComponentProps } from "react";
import { cn } from "~/lib/utils";

/**
 * A table that scrolls sideways within itself on phones. `caption` is read aloud, not shown. With `stack`, phones see
 * each row as a block of its own instead, the cells under one another, each behind its `label`.
 */
export function Table({
  className,
  caption,
  stack,
  children,
  ...props
}: ComponentProps<"table"> & { caption: string; stack?: boolean }) {
  return (
    // Focusable, so that the keyboard can scroll it too. Relative, so that hidden labels scroll with it instead of
    // making the page wider.
    <div className="relative w-full overflow-x-auto" tabIndex={0} role="region" aria-label={caption}>
      {/* Roles in so many words: as a block, a table would lose its own. */}
      <table
        role="table"
        data-stack={stack || undefined}
        className={cn(
          "group/table w-full border-collapse text-left text-sm data-stack:max-sm:block",
          className,
        )}
        {...props}
      >
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </div>
  );
}

export function TableHead(props: ComponentProps<"thead">) {
  return <thead role="rowgroup" className="group-data-stack/table:max-sm:sr-only" {...props} />;
}

export function TableBody(props: ComponentProps<"tbody">) {
  return <tbody role="rowgroup" className="group-data-stack/table:max-sm:block" {...props} />;
}

export function TableRow({ className, ...props }: ComponentProps<"tr">) {
  return (
    <tr
      role="row"
      className={cn(
        "border-line hover:bg-surface/60 border-b transition-colors [thead_&]:hover:bg-transparent",
        "group-data-stack/table:max-sm:block group-data-stack/table:max-sm:py-3",
        className,
      )}
      {...props}
    />
  );
}

/** A column's name. `numeric` columns stand right. */
export function TableHeader({ className, numeric, ...props }: ComponentProps<"th"> & { numeric?: boolean }) {
  return (
    <th
      role="columnheader"
      scope="col"
      className={cn(
        "text-ink-soft px-3 py-2.5 font-medium whitespace-nowrap first:pl-0 last:pr-0",
        numeric && "text-right",
        className,
      )}
      {...props}
    />
  );
}

/** `label` is what stands before the cell where the table is stacked; without one it has a line of its own. */
export function TableCell({
  className,
  numeric,
  label,
  ...props
}: ComponentProps<"td"> & { numeric?: boolean; label?: string }) {
  return (
    <td
      role="cell"
      data-label={label}
      className={cn(
        "px-3 py-3 align-middle first:pl-0 last:pr-0",
        "group-data-stack/table:max-sm:block group-data-stack/table:max-sm:w-full group-data-stack/table:max-sm:px-0 group-data-stack/table:max-sm:py-1",
        numeric && "figures text-right",
        label
          ? "group-data-stack/table:max-sm:before:text-ink-soft group-data-stack/table:max-sm:relative group-data-stack/table:max-sm:pl-32 group-data-stack/table:max-sm:text-left group-data-stack/table:max-sm:whitespace-normal group-data-stack/table:max-sm:before:absolute group-data-stack/table:max-sm:before:left-0 group-data-stack/table:max-sm:before:content-[attr(data-label)] group-data-stack/table:max-sm:first:pl-32"
          : "group-data-stack/table:max-sm:text-left group-data-stack/table:max-sm:first:text-base group-data-stack/table:max-sm:first:font-medium",
        className,
      )}
      {...props}
    />
  );
}
