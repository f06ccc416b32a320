import { SEAT_PITCH, type Decoration, type PlanSection } from "./seating-plan";

export type Bounds = { left: number; top: number; right: number; bottom: number };

/** The box round sections (seats with their width) and decorations; (0, 0) where there is nothing. */
export function boundsOf(sections: readonly PlanSection[], decorations: readonly Decoration[]): Bounds {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  const include = (left: number, top: number, right: number, bottom: number) => {
    box.left = Math.min(box.left, left);
    box.top = Math.min(box.top, top);
    box.right = Math.max(box.right, right);
    box.bottom = Math.max(box.bottom, bottom);
  };
  const half = SEAT_PITCH / 2;
  for (const section of sections)
    for (const row of section.rows)
      for (const { x, y } of row.seats) include(x - half, y - half, x + half, y + half);
  for (const item of decorations) {
    if (item.kind === "text") include(item.x, item.y, item.x, item.y);
    else include(...cornersOf(item));
  }
  return box.left === Infinity ? { left: 0, top: 0, right: 0, bottom: 0 } : box;
}

/** Moves everything by (dx, dy), in place. */
export function move(
  sections: readonly PlanSection[],
  decorations: readonly Decoration[],
  dx: number,
  dy: number,
): void {
  const shift = (point: { x: number; y: number }) => {
    point.x += dx;
    point.y += dy;
  };
  for (const section of sections) for (const row of section.rows) row.seats.forEach(shift);
  decorations.forEach(shift);
}

/** A shape's box, turned round its middle. */
function cornersOf(shape: Exclude<Decoration, { kind: "text" }>): [number, number, number, number] {
  const angle = ((shape.rotation ?? 0) * Math.PI) / 180;
  const [sin, cos] = [Math.abs(Math.sin(angle)), Math.abs(Math.cos(angle))];
  const [centreX, centreY] = [shape.x + shape.width / 2, shape.y + shape.height / 2];
  const halfWidth = (shape.width * cos + shape.height * sin) / 2;
  const halfHeight = (shape.width * sin + shape.height * cos) / 2;
  return [centreX - halfWidth, centreY - halfHeight, centreX + halfWidth, centreY + halfHeight];
}
