import type { Decoration } from "~/domain/seating/plan/seating-plan";
import { seatFlags } from "~/domain/seating/flags";
import { SEAT_PITCH } from "~/domain/seating/plan/seating-plan";
import type { LayoutSeat, LayoutSection, SeatLayout } from "~/domain/seating/seat-layout";
import { allIn } from "~/domain/tax";
import { decorationBox } from "./decoration-box";
import { emptyBox, include, includeBox, type Box } from "./box";
import type { LabelSpace } from "./label-space";
import { SeatGrid } from "./seat-grid";
import { sectionShapes } from "./section-shapes";
import type { ShapeMemo } from "./shape-memo";
import { priceTiers, type Tiers } from "./tiers";

export type MapRow = { label: string; section: number; start: number; end: number; box: Box };

export type MapSection = {
  index: number;
  id: string;
  name: string;
  /** Of its cheapest seat, before tax; the dearest where it costs more. */
  pricePaise: number;
  maxPricePaise?: number;
  /** Where it is not the usual rate. */
  taxBps?: number;
  /** Seats and rows are runs: start included, end not. */
  start: number;
  end: number;
  rowStart: number;
  rowEnd: number;
  box: Box;
  /** Its shape, clear of other sections' seats: rings of corners x, y, x, y, ... */
  rings: Float32Array[];
  /** The largest of the rings. */
  outline: Float32Array;
  label: LabelSpace;
  standing: boolean;
};

/** A layout as the renderer wants it: typed arrays by ordinal, so that 50,000 seats are a few runs over memory. */
export type SeatModel = {
  planHash: string;
  count: number;
  xs: Float32Array;
  ys: Float32Array;
  flags: Uint8Array;
  sectionOf: Uint16Array;
  rowOf: Uint32Array;
  ids: string[];
  labels: string[];
  rows: MapRow[];
  sections: MapSection[];
  decorations: Decoration[];
  /** Colours of prices. */
  tiers: Tiers;
  /** What seats cost that are not their section's cheapest, in paise before tax, by ordinal. */
  prices: ReadonlyMap<number, number>;
  /** Which seat is where. */
  grid: SeatGrid;
  /** Sections and decorations with a little air. */
  box: Box;
};

const nothing = new Float32Array(0);

type ModelSeat = Omit<LayoutSeat, "id" | "ordinal"> & Partial<Pick<LayoutSeat, "id" | "ordinal">>;
type ModelSection = Omit<LayoutSection, "rows"> & { rows: readonly { label: string; seats: readonly ModelSeat[] }[] };

/** What a model is made of: a layout, or a plan that is being drawn, whose seats have no ids yet. */
export type ModelSource = Partial<Pick<SeatLayout, "size">> & { planHash: string; decorations: readonly Decoration[]; sections: readonly ModelSection[] };

/**
 * Builds the model. Ordinals run through sections, rows and seats (domain/seating/plan/seating-plan), and are taken as such.
 * @param memo of a plan that is being drawn: shapes of sections whose rows, and neighbours' rows, are the same objects are taken from it
 */
export function buildSeatModel(layout: ModelSource, memo?: ShapeMemo): SeatModel {
  const count = seatCountOf(layout);
  const xs = new Float32Array(count);
  const ys = new Float32Array(count);
  const flags = new Uint8Array(count);
  const sectionOf = new Uint16Array(count);
  const rowOf = new Uint32Array(count);
  const ids = new Array<string>(count);
  const labels = new Array<string>(count);
  const prices = new Map<number, number>();
  const rows: MapRow[] = [];
  const sections: MapSection[] = [];
  const box = emptyBox();
  let at = 0;

  for (const [index, section] of layout.sections.entries()) {
    const start = at;
    const rowStart = rows.length;
    const sectionBox = emptyBox();
    for (const row of section.rows) {
      const rowBox = emptyBox();
      const rowFrom = at;
      for (const seat of row.seats) {
        xs[at] = seat.x;
        ys[at] = seat.y;
        flags[at] = seat.flags;
        sectionOf[at] = index;
        rowOf[at] = rows.length;
        ids[at] = seat.id ?? "";
        labels[at] = seat.label;
        if (seat.pricePaise !== undefined) prices.set(at, seat.pricePaise);
        include(rowBox, seat.x, seat.y, SEAT_PITCH / 2);
        at += 1;
      }
      if (at === rowFrom) continue;
      rows.push({ label: row.label, section: index, start: rowFrom, end: at, box: rowBox });
      includeBox(sectionBox, rowBox);
    }
    sections.push({
      index,
      id: section.id,
      name: section.name,
      pricePaise: section.pricePaise,
      maxPricePaise: section.maxPricePaise,
      taxBps: section.taxBps,
      start,
      end: at,
      rowStart,
      rowEnd: rows.length,
      box: sectionBox,
      rings: [],
      outline: nothing,
      label: { x: 0, y: 0, width: 0, height: 0 },
      standing: at > start && (flags[start]! & seatFlags.standing) !== 0,
    });
    if (at > start) includeBox(box, sectionBox);
  }
  const decorations = [...layout.decorations];
  for (const decoration of decorations) includeBox(box, decorationBox(decoration));
  const air = SEAT_PITCH * 1.5;
  if (box.left > box.right) Object.assign(box, { left: 0, top: 0, right: 100, bottom: 100 });
  else
    Object.assign(box, {
      left: box.left - air,
      top: box.top - air,
      right: box.right + air,
      bottom: box.bottom + air,
    });
  const grid = new SeatGrid(xs, ys, box);
  const model = { count, xs, ys, flags, sectionOf, rowOf, rows, sections, decorations, grid, box };
  const shapes = memo ? memo.shapes(model, layout.sections) : sectionShapes(model);
  for (const [index, shape] of shapes.entries()) Object.assign(sections[index]!, shape);
  return { ...model, planHash: layout.planHash, ids, labels, prices, tiers: priceTiers(layout.sections) };
}

/** What a seat costs all-in, in paise. */
export function allInOf(model: Pick<SeatModel, "sections" | "sectionOf" | "prices">, seat: number): number {
  const { pricePaise, taxBps } = model.sections[model.sectionOf[seat]!]!;
  return allIn(model.prices.get(seat) ?? pricePaise, taxBps);
}

function seatCountOf({ sections }: ModelSource): number {
  let count = 0;
  for (const { rows } of sections) for (const { seats } of rows) count += seats.length;
  return count;
}

/** A seat's place in the model by its id ("<serial>-<ordinal>", base 36); -1 where it is none of these. */
export function ordinalOfId(model: Pick<SeatModel, "ids">, id: string): number {
  const ordinal = Number.parseInt(id.slice(id.lastIndexOf("-") + 1), 36);
  return model.ids[ordinal] === id ? ordinal : -1;
}

/** The places of several seats; ids that are none of these are left out. */
export function ordinalsOfIds(model: Pick<SeatModel, "ids">, ids: readonly string[]): Set<number> {
  return new Set(ids.map((id) => ordinalOfId(model, id)).filter((ordinal) => ordinal >= 0));
}
