import type { SeatGrid } from "../model/seat-grid";
import type { SeatModel } from "../model/seat-model";
import type { Camera } from "./scene";

/** The box of a text on the screen, CSS pixels: turned by `angle` (radians) round its middle. */
export type TextBox = { x: number; y: number; halfWidth: number; halfHeight: number; angle: number };

/** Whether two boxes share more than an edge (separating axes: two upright ones have two, turned ones four). */
export function meet(a: TextBox, b: TextBox): boolean {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const reach = Math.hypot(a.halfWidth, a.halfHeight) + Math.hypot(b.halfWidth, b.halfHeight);
  if (dx * dx + dy * dy >= reach * reach) return false;
  for (const angle of [a.angle, a.angle + Math.PI / 2, b.angle, b.angle + Math.PI / 2]) {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    if (Math.abs(dx * cos + dy * sin) >= extent(a, cos, sin) + extent(b, cos, sin) - 1e-6) return false;
  }
  return true;
}

/** How far a box reaches from its middle along a direction. */
function extent({ halfWidth, halfHeight, angle }: TextBox, cos: number, sin: number): number {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return halfWidth * Math.abs(c * cos + s * sin) + halfHeight * Math.abs(c * sin - s * cos);
}

/** Whether a box lies on any seat of the plan, seats being discs of `radius` (CSS pixels). */
export function onSeats(
  box: TextBox,
  { xs, ys }: Pick<SeatModel, "xs" | "ys">,
  grid: SeatGrid,
  { k, x, y }: Camera,
  radius: number,
): boolean {
  const [cos, sin] = [Math.cos(box.angle), Math.sin(box.angle)];
  const covered = (seat: number) => {
    const [dx, dy] = [xs[seat]! * k + x - box.x, ys[seat]! * k + y - box.y];
    const outX = Math.max(0, Math.abs(dx * cos + dy * sin) - box.halfWidth);
    const outY = Math.max(0, Math.abs(dy * cos - dx * sin) - box.halfHeight);
    return outX * outX + outY * outY < radius * radius;
  };
  const reach = (Math.hypot(box.halfWidth, box.halfHeight) + radius) / k;
  return grid.nearest((box.x - x) / k, (box.y - y) / k, reach, covered) >= 0;
}
