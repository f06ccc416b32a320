import { flagTable } from "~/domain/seating/flags";
import { SEAT_PITCH } from "~/domain/seating/plan/seating-plan";
import { overlaps } from "../model/box";
import { code } from "../model/seat-statuses";
import type { SeatShape } from "./masks";
import type { SeatRaster } from "./raster";
import { visibleBox, type Scene } from "./scene";
import type { SpriteCache } from "./sprite";

/** A seat's radius as a share of the distance to the next one: a little air between neighbours. */
export const SEAT_RADIUS = 0.405;
const DIMMED = 0.16;

/** Stamps every seat in sight into the raster; the buyer's own are drawn later, on top. */
export function paintSeats(raster: SeatRaster, sprites: SpriteCache, scene: Scene): void {
  const { model, camera, viewport, statuses, mine, palette, tiers } = scene;
  const { dpr } = viewport;
  const [k, dx, dy] = [camera.k * dpr, camera.x * dpr, camera.y * dpr];
  // An eighth of a pixel is not seen, and sprites of the same size are used again.
  const radius = Math.max(0.55, Math.round(k * SEAT_PITCH * SEAT_RADIUS * 8) / 8);
  const sight = visibleBox(camera, viewport);
  const { xs, ys, flags } = model;

  for (const section of model.sections) {
    if (section.standing || !overlaps(section.box, sight)) continue;
    const tier = tiers.ofSection[section.index]!;
    const mixed = section.maxPricePaise === undefined ? null : tiers.ofSeat;
    const alpha = scene.dimmed[tier] ? DIMMED : 1;
    const free = (shape: SeatShape, tier: number) => sprites.get(shape, radius, palette.tiers[tier]!, scene.dimmed[tier] ? DIMMED : 1);
    const disc = free("disc", tier);
    const discs = mixed && palette.tiers.map((_, tier) => free("disc", tier));
    const hatch = sprites.get("hatch", radius, palette.held, alpha);
    const reasons = scene.reasons ? [palette.held, ...palette.reasons].map((color) => sprites.get("hatch", radius, color, alpha)) : null;
    const dot = sprites.get("dot", radius, palette.sold, alpha);
    for (let r = section.rowStart; r < section.rowEnd; r += 1) {
      const row = model.rows[r]!;
      if (!overlaps(row.box, sight)) continue;
      for (let i = row.start; i < row.end; i += 1) {
        const status = statuses[i];
        if (status === code.blocked || mine.has(i)) continue;
        // No destructuring here: until the browser has compiled this loop, an array a seat costs more than the seat.
        const x = xs[i]! * k + dx;
        const y = ys[i]! * k + dy;
        if (status === code.held) raster.stamp(reasons === null ? hatch : reasons[scene.reasons![i] ?? 0]!, x, y);
        else if (status === code.booked) raster.stamp(dot, x, y);
        else if (flags[i] !== 0) raster.stamp(free(shapeOf(flags[i]!), mixed === null ? tier : mixed[i]!), x, y);
        else raster.stamp(discs === null ? disc : discs[mixed![i]!]!, x, y);
      }
    }
  }
}

/** The shape of a free seat with these flags. */
export function shapeOf(flags: number): SeatShape {
  for (const { bit, shape } of flagTable) if (shape && flags & bit) return shape;
  return "disc";
}
