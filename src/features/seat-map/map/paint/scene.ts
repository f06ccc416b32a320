import type { Occupancy } from "../model/seat-statuses";
import type { MapSection, SeatModel } from "../model/seat-model";
import type { Tiers } from "../model/tiers";
import type { Palette } from "./palette";
import type { Box } from "../model/box";

/** Where the plan lies on the screen: screen = plan * k + (x, y), in CSS pixels. */
export type Camera = { k: number; x: number; y: number };
export type Viewport = { width: number; height: number; dpr: number };

/** Everything one frame is drawn from. */
export type Scene = {
  model: SeatModel;
  tiers: Tiers;
  palette: Palette;
  camera: Camera;
  viewport: Viewport;
  /** A code a seat (domain/seating/seat-packing), by ordinal. */
  statuses: Uint8Array;
  occupancy: Occupancy;
  /** Seats the buyer chose or holds. */
  mine: ReadonlySet<number>;
  /** 1 for each tier that the price filter leaves out. */
  dimmed: Uint8Array;
  /** What a plate says under a section's name; left out: its price, and places left of a standing area. */
  plateLine?: (section: MapSection) => string;
  /** For an organizer: what each hatched seat is kept from sale for, by ordinal: 0 not said, else 1 + its place in `blockReasons`. */
  reasons?: Uint8Array;
  /** Under the pointer; -1 for none. */
  hoverSeat: number;
  hoverSection: number;
  /** Under the keyboard's cursor; -1 for none. */
  cursor: number;
  /** When each seat was chosen (performance.now), while it pops. */
  pops: ReadonlyMap<number, number>;
};

/** The part of the plan that is in sight. */
export function visibleBox({ k, x, y }: Camera, { width, height }: Viewport): Box {
  return { left: -x / k, top: -y / k, right: (width - x) / k, bottom: (height - y) / k };
}
