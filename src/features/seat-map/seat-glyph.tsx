import { Accessibility, Check, EyeOff, Users, type LucideIcon } from "lucide-react";
import { shapesIn, type SeatFlag } from "~/domain/seating/flags";
import { cn } from "~/lib/utils";
import type { SeatState } from "./seat-state";

const tiers = [
  "",
  "[--tier:var(--tier-1)]",
  "[--tier:var(--tier-2)]",
  "[--tier:var(--tier-3)]",
  "[--tier:var(--tier-4)]",
  "[--tier:var(--tier-5)]",
  "[--tier:var(--tier-6)]",
];

/** Sets the colour of a price tier (1 to 6) for what is inside. */
export function tierClass(tier: number): string {
  return tiers[tier] ?? "";
}

const shapes: Record<SeatState, string> = {
  available: "border-(--tier) bg-[color-mix(in_oklch,var(--tier)_16%,var(--raised))] text-ink border-2",
  chosen: "bg-seat-mine text-seat-mine-ink outline-seat-mine outline-2 outline-offset-2 animate-pop-in",
  mine: "bg-seat-mine text-seat-mine-ink outline-seat-mine outline-2 outline-offset-2",
  held: "border-seat-held border bg-[repeating-linear-gradient(135deg,var(--seat-held)_0_1.5px,transparent_1.5px_6px)]",
  sold: "",
  blocked: "",
};

/**
 * A seat drawn by its state, in shapes that hold without colour: available an outlined seat with its number,
 * chosen solid and ringed, mine ticked, held hatched, sold a dot, blocked a stroke.
 */
export function SeatGlyph({ state, label, flags = 0 }: { state: SeatState; label: string; flags?: number }) {
  return (
    <span
      aria-hidden
      data-shape={state}
      className={cn(
        "figures relative grid size-9 place-items-center rounded-t-[11px] rounded-b-[5px] text-xs font-semibold lg:size-8",
        shapes[state],
      )}
    >
      {state === "available" && label}
      {state === "chosen" && label}
      {state === "mine" && <Check className="size-4" strokeWidth={3.5} />}
      {state === "sold" && <span className="bg-seat-sold size-1.5 rounded-full" />}
      {state === "blocked" && <span className="bg-line-strong h-px w-2.5" />}
      {(state === "available" || state === "chosen" || state === "mine") && <FlagMark flags={flags} />}
    </span>
  );
}

const icons: Partial<Record<SeatFlag, LucideIcon>> = { accessible: Accessibility, companion: Users, restrictedView: EyeOff };

function FlagMark({ flags }: { flags: number }) {
  const [first] = shapesIn(flags);
  const Icon = first && icons[first.flag];
  if (!Icon) return null;
  return (
    <span className="bg-raised text-ink border-line-strong absolute -top-2 -right-2 grid size-4.5 place-items-center rounded-full border">
      <Icon className="size-3" strokeWidth={2.5} />
    </span>
  );
}
