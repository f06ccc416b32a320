/** Lengths on a plan are in units of which 10 are one seat's width; angles are degrees, clockwise; y grows downward. */
export const SEAT_PITCH = 10;

export type PlanSeat = { label: string; x: number; y: number; flags: number };
export type PlanRow = { label: string; seats: PlanSeat[] };
export type PlanSection = {
  id: string;
  name: string;
  priceMultiplierBps: number;
  rows: PlanRow[];
};

export type Decoration =
  | {
      kind: "stage" | "screen" | "pitch" | "ring";
      x: number;
      y: number;
      width: number;
      height: number;
      rotation?: number;
      label?: string;
    }
  | {
      /** Anything else that is drawn: a bar, a mixing desk, a block of the building. */
      kind: "area";
      x: number;
      y: number;
      width: number;
      height: number;
      rotation?: number;
      label?: string;
      round?: boolean;
      /** Corners, from (x, y); a rectangle where neither this nor `round` is said. */
      outline?: { x: number; y: number }[];
      /** As a file says it: #abc or #aabbcc. */
      colour?: string;
    }
  | { kind: "text"; x: number; y: number; size: number; text: string };

/** What SeatingPlan.content holds: ordinals run through sections, rows and seats in this order, from 0. */
export type SeatingPlanContent = {
  name: string;
  size: { width: number; height: number };
  sections: PlanSection[];
  decorations: Decoration[];
};

/**
 * How an organizer's section lies on the plan (Section.layout). (x, y) is the middle of its front row; where both are
 * left out the section is placed behind those before it. Rows lie one behind the other, away from the stage.
 */
export type SectionLayout = {
  shape?: "straight" | "curved";
  x?: number;
  y?: number;
  rotation?: number;
  /** Radius of the front row where curved; widened where the rows would not fit round the circle. */
  radius?: number;
  /** "A" gives A, B, ... Z, AA; "1" gives 1, 2, 3. */
  rowLabels?: "A" | "1";
  /** 1 is A: a balcony may begin at a later letter. */
  firstRow?: number;
  seatOrder?: "left-to-right" | "right-to-left";
  /** Gangways: after which seat of a row a gap of one seat is left. */
  aisles?: number[];
  /** From row to row, SEAT_PITCH unless said: tables and recliners stand further apart. */
  rowSpacing?: number;
  /** Seats more (or fewer) that each row has than the row before it; 0.3 adds one every third row or so. */
  growth?: number;
  /** Names as `seatName` makes them: "C12", with numbered rows "3-12". Missing seats leave their gap and number. */
  missing?: string[];
  accessible?: string[];
  companion?: string[];
  restrictedView?: string[];
  /** Of an imported plan: the seats as they are, on the plan's own coordinates; nothing else of the layout counts. */
  rows?: PlanRow[];
  /** A standing area: one row "GA" of places, drawn close together. */
  standing?: boolean;
};

export type SectionSpec = {
  id: string;
  name: string;
  rowCount: number;
  seatsPerRow: number;
  priceMultiplierBps: number;
  layout: SectionLayout;
};

/** Seats of a whole plan. */
export function planSeatCount(content: Pick<SeatingPlanContent, "sections">): number {
  return content.sections.reduce((total, section) => total + planSectionSeatCount(section), 0);
}

/** Seats of one section of a plan. */
export function planSectionSeatCount(section: Pick<PlanSection, "rows">): number {
  return section.rows.reduce((total, row) => total + row.seats.length, 0);
}
