import { AppError } from "~/domain/errors";
import {
  SEAT_PITCH,
  type Decoration,
  type PlanSection,
  type SeatingPlanContent,
  type SectionSpec,
} from "./seating-plan";
import { boundsOf, move, type Bounds } from "./seating-plan-bounds";
import { overlappingSections } from "./seating-plan-overlap";
import { sectionRows } from "./seating-plan-rows";

/** Free space round the plan, and between sections that are placed automatically. */
const MARGIN = 3 * SEAT_PITCH;
const GAP = 4 * SEAT_PITCH;
const STAGE_DEPTH = 6 * SEAT_PITCH;

export type PlanSource = {
  name: string;
  sections: readonly SectionSpec[];
  decorations?: readonly Decoration[];
};

/**
 * A venue's seats from its sections, in their order. Sections without a place are stacked behind the rest; without any
 * decoration a stage is drawn in front. Coordinates come out within `size`, rounded to a tenth of a unit, so that the
 * same source always makes the same plan.
 * @throws AppError INVALID_INPUT (`layout`) where two sections lie on top of one another
 */
export function generatePlan({ name, sections, decorations = [] }: PlanSource): SeatingPlanContent {
  const drawn = structuredClone([...decorations]);
  const placed = placeSections(sections, drawn);
  if (drawn.length === 0 && placed.length > 0) drawn.push(defaultStage(boundsOf(placed, [])));

  const bounds = boundsOf(placed, drawn);
  move(placed, drawn, MARGIN - bounds.left, MARGIN - bounds.top);
  const size = {
    width: tenths(bounds.right - bounds.left + 2 * MARGIN),
    height: tenths(bounds.bottom - bounds.top + 2 * MARGIN),
  };
  for (const thing of [...placed.flatMap(seatsOf), ...drawn]) {
    thing.x = tenths(thing.x);
    thing.y = tenths(thing.y);
  }
  const content = { name, size, sections: placed, decorations: drawn };
  refuseOverlaps(content, new Set(sections.filter((spec) => spec.layout.rows).map((spec) => spec.id)));
  return content;
}

function placeSections(specs: readonly SectionSpec[], decorations: Decoration[]): PlanSection[] {
  const made = specs.map((spec) => ({
    automatic: !spec.layout.rows && (spec.layout.x === undefined || spec.layout.y === undefined),
    section: {
      id: spec.id,
      name: spec.name,
      priceMultiplierBps: spec.priceMultiplierBps,
      rows: sectionRows(spec),
    },
  }));
  const fixed = made.filter((entry) => !entry.automatic).map((entry) => entry.section);
  const taken = fixed.length > 0 || decorations.length > 0 ? boundsOf(fixed, decorations) : null;
  const middle = taken ? (taken.left + taken.right) / 2 : 0;
  let top = taken ? taken.bottom + GAP : 0;
  for (const { automatic, section } of made) {
    if (!automatic) continue;
    const own = boundsOf([section], []);
    move([section], [], middle - (own.left + own.right) / 2, top - own.top);
    top += own.bottom - own.top + GAP;
  }
  return made.map((entry) => entry.section);
}

function defaultStage(seats: Bounds): Decoration {
  const width = Math.max(8 * SEAT_PITCH, Math.round((seats.right - seats.left) * 0.6));
  const x = (seats.left + seats.right - width) / 2;
  return { kind: "stage", x, y: seats.top - GAP - STAGE_DEPTH, width, height: STAGE_DEPTH, label: "Stage" };
}

/** Imported seats stand as their file has them, whose reader has warned of what is odd. */
function refuseOverlaps(content: SeatingPlanContent, imported: ReadonlySet<string>): void {
  const pair = overlappingSections(content.sections, (section) => imported.has(section.id));
  if (!pair) return;
  const [first, second] = pair;
  const sentence =
    first === second
      ? `Seats of ${first} lie on top of one another. Give it more room.`
      : `${second} lies on top of ${first}. Move one of them, or leave its place out and it is placed for you.`;
  throw new AppError("INVALID_INPUT", sentence, { field: "layout" });
}

function seatsOf(section: PlanSection) {
  return section.rows.flatMap((row) => row.seats);
}

function tenths(length: number): number {
  // + 0: no negative zero.
  return Math.round(length * 10) / 10 + 0;
}
