import type { ComponentProps } from "react";
import { cn } from "~/lib/utils";

/** A sheet of paper on the page. Not for boxes within boxes: inside it, use hairlines. */
export function Card({ className, ...props }: ComponentProps<"div">) {
  return <div className={cn("bg-raised rounded-card border-line border p-6", className)} {...props} />;
}

/** A card's title row; children after the title stand at the right. */
export function CardHeader({
  title,
  className,
  children,
  ...props
}: Omit<ComponentProps<"div">, "title"> & { title: React.ReactNode }) {
  return (
    <div className={cn("mb-4 flex flex-wrap items-center justify-between gap-3", className)} {...props}>
      <h2 className="display text-xl">{title}</h2>
      {children}
    </div>
  );
}
