/** Lengths on a plan are in units of which 10 are one seat's width; angles are degrees, clockwise; y grows downward. */
export const SEAT_PITCH = 10;

/** Bits of a seat's `flags`. */
export const seatFlags = { accessible: 1, companion: 2, restrictedView: 4, standing: 8 } as const;

export type PlanSeat = { label: string; x: number; y: number; flags: number };
export type PlanRow = { label: string; seats: PlanSeat[] };
export type PlanSection = {
  id: string;
  name: string;
  priceMultiplierBps: number;
  rows: PlanRow[];
};

export type Decoration =
  | { kind: "stage" | "screen" | "pitch" | "ring"; x: number; y: number; width: number; height: number; rotation?: number; label?: string }
  | { kind: "text"; x: number; y: number; size: number; text: string };

/** What SeatingPlan.content holds: ordinals run through sections, rows and seats in this order, from 0. */
export type SeatingPlanContent = {
  name: string;
  size: { width: number; height: number };
  sections: PlanSection[];
  decorations: Decoration[];
};

/** How an organizer's section lies on the plan (Section.layout). (x, y) is the middle of its front row. */
export type SectionLayout = {
  shape: "straight" | "curved";
  x: number;
  y: number;
  rotation?: number;
  /** Radius of the front row where curved. */
  radius?: number;
  /** "A" gives A, B, ... Z, AA; "1" gives 1, 2, 3. */
  rowLabels?: "A" | "1";
  firstRow?: number;
  seatOrder?: "left-to-right" | "right-to-left";
  /** Gangways: after which seat of a row a gap of one seat is left. */
  aisles?: number[];
  /** Seats more (or fewer) that each row has than the row before it. */
  growth?: number;
  /** "C12"-style names. */
  missing?: string[];
  accessible?: string[];
  companion?: string[];
  restrictedView?: string[];
  /** A standing area: seats are places without positions that matter. */
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
