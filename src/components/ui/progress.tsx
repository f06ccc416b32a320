import { cn } from "~/lib/utils";

const tones = { ink: "bg-ink", success: "bg-success", warning: "bg-warning", danger: "bg-danger" };

/** How much of a whole, `value` from 0 to 1. `label` is read aloud. */
export function Progress({
  value,
  label,
  tone = "ink",
  className,
}: {
  value: number;
  label: string;
  tone?: keyof typeof tones;
  className?: string;
}) {
  const percent = Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
      className={cn("bg-line h-1.5 w-full overflow-hidden rounded-full", className)}
    >
      <div
        className={cn("h-full rounded-full transition-[width]", tones[tone])}
        style={{ width: `${percent}%` }}
      />
    </div>
  );
}
