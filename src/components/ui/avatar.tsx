import { cn } from "~/lib/utils";

function initials(name: string) {
  const words = name.trim().split(/\s+/);
  const first = words[0]?.[0] ?? "?";
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? "") : "";
  return (first + last).toUpperCase();
}

/** A person's initials. Decoration: the name must stand beside it or in the button's label. */
export function Avatar({ name, className }: { name: string; className?: string }) {
  return (
    <span
      aria-hidden
      className={cn(
        "bg-ink text-paper inline-grid size-9 shrink-0 place-items-center rounded-full text-sm font-semibold",
        className,
      )}
    >
      {initials(name)}
    </span>
  );
}
