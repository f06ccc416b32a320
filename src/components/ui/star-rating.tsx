import { Star } from "lucide-react";
import { cn } from "~/lib/utils";

/** An average as stars, to a tenth. `count`, where given, is said too. */
export function StarRating({
  value,
  count,
  className,
}: {
  value: number;
  count?: number;
  className?: string;
}) {
  const rounded = Math.round(value * 10) / 10;
  const words = `${rounded} out of 5 stars`;
  return (
    <span className={cn("inline-flex items-center gap-1.5 text-sm", className)}>
      <span role="img" aria-label={words} className="inline-flex">
        {[0, 1, 2, 3, 4].map((i) => (
          <span key={i} className="relative size-4">
            <Star className="text-line-strong absolute size-4" strokeWidth={1.5} />
            <span
              className="absolute inset-0 overflow-hidden"
              style={{ width: `${Math.min(1, Math.max(0, value - i)) * 100}%` }}
            >
              <Star className="text-ink size-4 fill-current" strokeWidth={1.5} />
            </span>
          </span>
        ))}
      </span>
      <span aria-hidden className="figures font-medium">
        {count === undefined ? rounded : rounded.toFixed(1)}
      </span>
      {count !== undefined && (
        <span className="text-ink-soft">
          ({count}
          <span className="sr-only"> {count === 1 ? "review" : "reviews"}</span>)
        </span>
      )}
    </span>
  );
}
