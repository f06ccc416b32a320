import { labelSize, pictureNames } from "~/domain/seating/plan/picture-names";
import type { Decoration, PlanSection, SeatingPlanContent } from "~/domain/seating/plan/seating-plan";

const tiers = [1, 2, 3, 4, 5, 6].map((tier) => `var(--tier-${tier})`);

/** A seating plan as one drawing: a colour a section, a dot a seat. One path a section, so that 50,000 seats are light. */
export function PlanPicture({
  plan,
  marks = [],
  className,
}: {
  plan: SeatingPlanContent;
  /** Places that are ringed: where something is odd. */
  marks?: readonly { x: number; y: number }[];
  className?: string;
}) {
  const { width, height } = plan.size;
  const names = pictureNames(plan);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={describe(plan)} className={className}>
      {plan.decorations.map((decoration, index) => (
        <DecorationShape key={index} decoration={decoration} />
      ))}
      {plan.sections.map((section, index) => (
        <g key={section.id}>
          <path
            d={dots(section)}
            stroke={tiers[index % tiers.length]}
            strokeWidth={7}
            strokeLinecap="round"
            fill="none"
          />
        </g>
      ))}
      {names.map(({ text, x, y, size }, index) => (
        <text
          key={index}
          x={x}
          y={y}
          fontSize={size}
          textAnchor="middle"
          dominantBaseline="middle"
          fontWeight={600}
          fill="var(--ink)"
          stroke="var(--raised)"
          strokeWidth={size / 4}
          paintOrder="stroke"
        >
          {text}
        </text>
      ))}
      {marks.length > 0 && (
        <path
          d={marks.map(({ x, y }) => `M${x - 8} ${y}a8 8 0 1 0 16 0a8 8 0 1 0 -16 0`).join("")}
          stroke="var(--danger)"
          strokeWidth={2}
          fill="none"
        />
      )}
    </svg>
  );
}

function dots(section: PlanSection): string {
  return section.rows.map((row) => row.seats.map(({ x, y }) => `M${x} ${y}h0`).join("")).join("");
}

function DecorationShape({ decoration }: { decoration: Decoration }) {
  if (decoration.kind === "text") {
    return (
      <text
        x={decoration.x}
        y={decoration.y}
        fontSize={decoration.size}
        textAnchor="middle"
        dominantBaseline="middle"
        fill="var(--ink-soft)"
      >
        {decoration.text}
      </text>
    );
  }
  const { x, y, width, height, rotation = 0, label } = decoration;
  const middle = { x: x + width / 2, y: y + height / 2 };
  return (
    <g transform={rotation ? `rotate(${rotation} ${middle.x} ${middle.y})` : undefined}>
      <AreaShape decoration={decoration} />
      {label && (
        <text
          x={middle.x}
          y={middle.y}
          fontSize={labelSize(decoration, label)}
          textAnchor="middle"
          dominantBaseline="middle"
          fill="var(--ink-soft)"
        >
          {label}
        </text>
      )}
    </g>
  );
}

function AreaShape({ decoration }: { decoration: Exclude<Decoration, { kind: "text" }> }) {
  const { x, y, width, height } = decoration;
  if (decoration.kind === "area" && decoration.outline) {
    return <polygon points={decoration.outline.map((point) => `${x + point.x},${y + point.y}`).join(" ")} fill="var(--line)" />;
  }
  if (decoration.kind === "area" && decoration.round) {
    return <ellipse cx={x + width / 2} cy={y + height / 2} rx={width / 2} ry={height / 2} fill="var(--line)" />;
  }
  return <rect x={x} y={y} width={width} height={height} rx={4} fill="var(--line)" />;
}

function describe({ sections }: SeatingPlanContent): string {
  const words = sections.map(({ name, rows }) => {
    const seats = rows.reduce((sum, row) => sum + row.seats.length, 0);
    return `${name}, ${seats} seats in ${rows.length} rows`;
  });
  return words.length === 0 ? "An empty plan" : `Seating plan: ${words.join("; ")}`;
}
