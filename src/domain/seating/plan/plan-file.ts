import type { Decoration, SeatingPlanContent } from "./seating-plan";

/** A seat as a file names and places it, in the file's own lengths, before it is told from all the others. */
export type FileSeat = {
  /** Which of the file's zones it is in, by its place there: two may have one name. */
  zone: number;
  zoneName: string;
  category: string;
  /** Which of the zone's rows: two may have one label. */
  rowIndex: number;
  row: string;
  seat: string;
  guid: string;
  x: number;
  y: number;
  flags: number;
  /** Where it stands in the file, in words: `Zone "Balcony", row "C", seat "4"`. */
  place: string;
};

/** A drawn thing and the zone it is drawn with. */
export type FileDecoration = { zone: number; item: Decoration };

/** A plan as read from a file of whatever format. */
export type FilePlan = {
  name: string;
  seats: FileSeat[];
  decorations: FileDecoration[];
  /** Lengths of the file that are one seat's width, where the file says; else it is measured. */
  unit?: number;
  /** Section name -> times the base price, in basis points. */
  priceMultiplierBps?: ReadonlyMap<string, number>;
  warnings: PlanWarning[];
};

export type PlanWarningKind =
  | "UNNAMED_ROWS"
  | "UNNUMBERED_SEATS"
  | "NO_GUID"
  | "UNKNOWN_CATEGORY"
  | "SHORTENED"
  | "OVERLAP"
  | "SPREAD"
  | "RENAMED"
  | "DROPPED";

/** Something odd in a file that was taken all the same. */
export type PlanWarning = {
  kind: PlanWarningKind;
  /** Seats or rows it is about. */
  count: number;
  /** A whole sentence for the organizer. */
  sentence: string;
  /** Where, as far as a picture may show it: points in plan units. */
  points?: { x: number; y: number }[];
};

/** What to do where a file leaves two ways open. */
export type PlanChoices = {
  /** Two seats that a ticket would name alike, or of one guid: give one another name, or leave it out. */
  sameName?: "rename" | "drop";
  /** Zones that lie on one another: draw them apart (unless told otherwise), or as the file has them. */
  overlap?: "spread" | "keep";
};

export type ReadPlan = {
  content: SeatingPlanContent;
  warnings: PlanWarning[];
  /** Names of sections whose price the file says; the others are at the base price. */
  priced: ReadonlySet<string>;
};

/** A plan may hold this many seats, sections and drawn things. */
export const mostOfAPlan = { seats: 120_000, sections: 400, decorations: 1_000 };
