import type { FlagShape } from "~/domain/seating/flags";

/** What a seat looks like besides its colour, so that no state is told by colour alone. */
export type SeatShape = "disc" | FlagShape | "hatch" | "dot";

/** How much of the pixel at (dx, dy) from a seat's middle the shape of radius `r` covers, 0 to 1. */
export function coverage(shape: SeatShape, dx: number, dy: number, r: number): number {
  const away = Math.hypot(dx, dy);
  switch (shape) {
    case "disc":
      return clamp(r - away + 0.5);
    case "dot":
      return clamp(Math.max(0.6, r * 0.34) - away + 0.5);
    case "square": {
      // Accessible places: a rounded square of the disc's size.
      const [half, corner] = [r * 0.94, r * 0.4];
      const qx = Math.abs(dx) - half + corner;
      const qy = Math.abs(dy) - half + corner;
      const edge = Math.hypot(Math.max(qx, 0), Math.max(qy, 0)) + Math.min(Math.max(qx, qy), 0) - corner;
      return clamp(0.5 - edge);
    }
    case "diamond":
      // A companion's seat beside a wheelchair space.
      return clamp(r * 0.86 - (Math.abs(dx) + Math.abs(dy)) * Math.SQRT1_2 + 0.5);
    case "notch":
      // Restricted view: a disc with a piece of its view cut off.
      return Math.min(clamp(r - away + 0.5), clamp(r * 0.55 - (dx - dy) * Math.SQRT1_2 + 0.5));
    case "hatch": {
      // Held by someone else: a thin ring, filled with diagonal lines.
      const inside = clamp(r - away + 0.5);
      const ring = inside - clamp(r - Math.max(0.9, r * 0.16) - away + 0.5);
      const period = Math.max(2.6, r * 0.62);
      const along = ((((dx + dy) * Math.SQRT1_2) % period) + period) % period;
      const stripe = clamp(period * 0.23 - Math.abs(along - period / 2) + 0.5);
      return Math.max(ring, Math.min(inside, stripe));
    }
  }
}

function clamp(value: number): number {
  return value < 0 ? 0 : value > 1 ? 1 : value;
}
