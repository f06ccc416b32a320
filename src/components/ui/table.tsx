import type { ComponentProps } from "react";
import { cn } from "~/lib/utils";

/** A table that scrolls sideways within itself on phones. `caption` is read aloud, not shown. */
export function Table({
  className,
  caption,
  children,
  ...props
}: ComponentProps<"table"> & { caption: string }) {
  return (
    // Focusable, so that the keyboard can scroll it too. Relative, so that hidden labels scroll with it instead of
    // making the page wider.
    <div className="relative w-full overflow-x-auto" tabIndex={0} role="region" aria-label={caption}>
      <table className={cn("w-full border-collapse text-left text-sm", className)} {...props}>
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </div>
  );
}

export function TableHead(props: ComponentProps<"thead">) {
  return <thead {...props} />;
}

export function TableBody(props: ComponentProps<"tbody">) {
  return <tbody {...props} />;
}

export function TableRow({ className, ...props }: ComponentProps<"tr">) {
  return (
    <tr
      className={cn(
        "border-line hover:bg-surface/60 border-b transition-colors [thead_&]:hover:bg-transparent",
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

export function TableCell({ className, numeric, ...props }: ComponentProps<"td"> & { numeric?: boolean }) {
  return (
    <td
      className={cn(
        "px-3 py-3 align-middle first:pl-0 last:pr-0",
        numeric && "figures text-right",
        className,
      )}
      {...props}
    />
  );
}
