import type { FlagShape } from "~/domain/seating/flags";

export type MarkKind = "available" | "mine" | "held" | "sold" | FlagShape;

/** One state of a seat as the map draws it, 20 px. Colour of a free seat: `--tier`, else the first price's. */
export function StateMark({ kind }: { kind: MarkKind }) {
  const tier = "var(--tier, var(--tier-1))";
  return (
    <svg aria-hidden viewBox="-10 -10 20 20" className="size-5 shrink-0">
      {kind === "available" && <circle r="7" fill={tier} />}
      {kind === "square" && <rect x="-6.6" y="-6.6" width="13.2" height="13.2" rx="3" fill={tier} />}
      {kind === "diamond" && <path d="M0 -8.5 L8.5 0 L0 8.5 L-8.5 0 Z" fill={tier} />}
      {kind === "notch" && (
        <path d="M-4.9 -4.9 A7 7 0 1 0 6.9 1.2 L-1.2 -6.9 A7 7 0 0 0 -4.9 -4.9 Z" fill={tier} />
      )}
      {kind === "sold" && <circle r="2.4" fill="var(--seat-sold)" />}
      {kind === "held" && (
        <g stroke="var(--seat-held)" fill="none" strokeWidth="1.5">
          <circle r="6.3" />
          <path d="M-5.4 2.2 L2.2 -5.4 M-4.3 4.3 L4.3 -4.3 M-2.2 5.4 L5.4 -2.2" />
        </g>
      )}
      {kind === "mine" && (
        <g>
          <circle r="8.6" fill="none" stroke="var(--seat-mine)" strokeWidth="1.4" />
          <circle r="6.4" fill="var(--seat-mine)" />
          <path
            d="M-2.8 0.2 L-0.7 2.3 L2.9 -2.1"
            fill="none"
            stroke="var(--seat-mine-ink)"
            strokeWidth="1.6"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </g>
      )}
    </svg>
  );
}
