import { SEAT_PITCH } from "~/domain/seating/plan/seating-plan";
import type { Detail } from "./detail";
import { SEAT_RADIUS } from "./paint-seats";
import { css } from "./palette";
import type { Scene } from "./scene";

/** How long a seat pops when it is taken, ms. */
export const POP_MS = 160;

/** The buyer's seats, ringed and ticked at any zoom; what the pointer or the keyboard is on. */
export function paintOverlay(
  context: CanvasRenderingContext2D,
  scene: Scene,
  detail: Detail,
  now: number,
): void {
  const { model, camera, palette } = scene;
  const natural = SEAT_PITCH * SEAT_RADIUS * camera.k;
  const place = (i: number) =>
    [model.xs[i]! * camera.k + camera.x, model.ys[i]! * camera.k + camera.y] as const;

  for (const seat of scene.mine) {
    if (seat < 0 || seat >= model.count) continue;
    const since = scene.pops.get(seat);
    const share = since === undefined ? 1 : Math.min(1, (now - since) / POP_MS);
    const [x, y] = place(seat);
    mySeat(context, scene, x, y, Math.max(natural, 5) * pop(share));
  }
  for (const [seat, width] of [
    [scene.hoverSeat, 2],
    [scene.cursor, 3],
  ] as const) {
    if (seat < 0 || !detail.seats) continue;
    const [x, y] = place(seat);
    context.beginPath();
    context.arc(x, y, natural + width + 1, 0, Math.PI * 2);
    context.lineWidth = width;
    context.strokeStyle = css(width === 3 ? palette.focus : palette.ink);
    context.stroke();
  }
}

function mySeat(
  context: CanvasRenderingContext2D,
  { palette }: Scene,
  x: number,
  y: number,
  r: number,
): void {
  context.beginPath();
  context.arc(x, y, r * 1.28 + 1.5, 0, Math.PI * 2);
  context.fillStyle = css(palette.paper);
  context.fill();
  context.lineWidth = Math.max(1.5, r * 0.16);
  context.strokeStyle = css(palette.mine);
  context.beginPath();
  context.arc(x, y, r * 1.28 + 0.5, 0, Math.PI * 2);
  context.stroke();
  context.beginPath();
  context.arc(x, y, r * 0.98, 0, Math.PI * 2);
  context.fillStyle = css(palette.mine);
  context.fill();
  context.beginPath();
  context.moveTo(x - r * 0.42, y + r * 0.04);
  context.lineTo(x - r * 0.1, y + r * 0.36);
  context.lineTo(x + r * 0.44, y - r * 0.32);
  context.lineCap = "round";
  context.lineJoin = "round";
  context.lineWidth = Math.max(1.4, r * 0.2);
  context.strokeStyle = css(palette.mineInk);
  context.stroke();
}

/** Overshoots a little, then settles. */
function pop(share: number): number {
  if (share >= 1) return 1;
  const back = share - 1;
  return 1 + 2.2 * back * back * back + 1.2 * back * back;
}
