"use client";

import { Star } from "lucide-react";
import { RadioGroup } from "radix-ui";
import { cn } from "~/lib/utils";

const words = ["Poor", "Fair", "Good", "Very good", "Superb"];

/** A rating from 1 to 5 to give; 0 means none yet. Arrow keys work, as in any radio group. */
export function StarInput({
  value,
  onChange,
  label,
  disabled,
  className,
}: {
  value: number;
  onChange: (rating: number) => void;
  label: string;
  disabled?: boolean;
  className?: string;
}) {
  return (
    <RadioGroup.Root
      aria-label={label}
      orientation="horizontal"
      value={value ? String(value) : null}
      onValueChange={(next) => onChange(Number(next))}
      disabled={disabled}
      className={cn("flex items-center", className)}
    >
      {words.map((word, i) => (
        <RadioGroup.Item
          key={word}
          value={String(i + 1)}
          aria-label={`${i + 1} ${i === 0 ? "star" : "stars"}, ${word}`}
          className="rounded-control text-line-strong hover:text-ink grid size-11 place-items-center transition-colors"
        >
          <Star
            aria-hidden
            className={cn("size-6", i < value && "text-ink fill-current")}
            strokeWidth={1.5}
          />
        </RadioGroup.Item>
      ))}
      <span aria-hidden className="text-ink-soft ml-2 text-sm">
        {words[value - 1]}
      </span>
    </RadioGroup.Root>
  );
}
