import { Check } from "lucide-react";
import { cn } from "~/lib/utils";

/** The steps of the checkout, in order. */
export const checkoutSteps = ["Seats", "Payment", "Tickets"] as const;

/** How far one has come: `current` counts from 0; a `current` past the last step means all is done. */
export function Stepper({
  steps = checkoutSteps,
  current,
  className,
}: {
  steps?: readonly string[];
  current: number;
  className?: string;
}) {
  return (
    <ol aria-label="Steps" className={cn("flex items-center gap-2 text-sm sm:gap-3", className)}>
      {steps.map((step, i) => {
        const done = i < current;
        return (
          <li
            key={step}
            aria-current={i === current ? "step" : undefined}
            className="flex items-center gap-2 sm:gap-3"
          >
            {i > 0 && (
              <span
                aria-hidden
                className={cn("h-px w-4 sm:w-10", i <= current ? "bg-ink" : "bg-line-strong")}
              />
            )}
            <span
              className={cn(
                "flex items-center gap-2",
                i === current ? "text-ink font-semibold" : "text-ink-soft",
              )}
            >
              <span
                aria-hidden
                className={cn(
                  "figures grid size-6 place-items-center rounded-full border text-xs font-semibold",
                  i <= current ? "bg-ink border-ink text-paper" : "border-line-strong",
                )}
              >
                {done ? <Check className="size-3.5" strokeWidth={3} /> : i + 1}
              </span>
              {step}
              {done && <span className="sr-only"> (done)</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
