import { formatPaise } from "~/domain/money";
import { cn } from "~/lib/utils";

const sizes = { sm: "text-sm", md: "text-base", lg: "text-xl", xl: "text-3xl" };

/** An all-in price in paise. `from` sets "from" before it; `note` stands after it ("incl. GST"). */
export function Price({
  paise,
  from = false,
  note,
  size = "md",
  className,
}: {
  paise: number;
  from?: boolean;
  note?: string;
  size?: keyof typeof sizes;
  className?: string;
}) {
  return (
    <span className={cn("text-price whitespace-nowrap", className)}>
      {from && <span className="text-sm">from </span>}
      <span className={cn("figures font-semibold", sizes[size])}>{formatPaise(paise)}</span>
      {note && <span className="text-sm"> {note}</span>}
    </span>
  );
}
