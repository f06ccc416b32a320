import { cn } from "~/lib/utils";

/**
 * The mark: an aisle between two blocks of seats, seen from the last row, the way narrowing to the stage.
 * `LogoMark` alone for small places; `Logo` with the word.
 */
export function LogoMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden className={cn("size-8", className)}>
      <path d="M2 28 10.5 4h3.2L11.6 28Z" fill="currentColor" />
      <path d="M30 28 21.5 4h-3.2l2.1 24Z" fill="currentColor" />
      <path d="M14.2 28 15.1 4h1.8l.9 24Z" fill="var(--accent)" />
    </svg>
  );
}

export function Logo({ className }: { className?: string }) {
  return (
    <span className={cn("inline-flex items-center gap-2", className)}>
      <LogoMark className="size-7!" />
      <span className="display text-xl leading-none">Aisle</span>
    </span>
  );
}
