import { seatFlags } from "~/domain/seating/flags";
import { overlaps } from "../model/box";
import { code } from "../model/seat-statuses";
import type { Detail } from "./detail";
import type { Label, Measure } from "./label-layout";
import { SEAT_RADIUS } from "./paint-seats";
import { css } from "./palette";
import { visibleBox, type Scene } from "./scene";
import { textWidth } from "./text-width";

/** Texts of the plan, names of sections, row letters where they are free (label-layout), numbers in seats. */
export function paintLabels(
  context: CanvasRenderingContext2D,
  scene: Scene,
  detail: Detail,
  labels: readonly Label[],
): void {
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillStyle = css(scene.palette.inkSoft);
  for (const { kind, text, size, weight, spacing, box } of labels) {
    context.globalAlpha = kind === "name" ? detail.sectionNames : kind === "row" ? detail.rowLabels : 1;
    context.save();
    context.translate(box.x, box.y);
    if (box.angle !== 0) context.rotate(box.angle);
    context.font = `${weight} ${size}px ${scene.palette.sans}`;
    if (spacing > 0) context.letterSpacing = `${spacing}em`;
    context.fillText(text, 0, 0);
    context.restore();
  }
  if (detail.seatLabels > 0) seatLabels(context, scene, detail);
  context.globalAlpha = 1;
}

/** A text's width as this canvas has it. */
export function measureOn(context: CanvasRenderingContext2D, sans: string): Measure {
  return (text, size, weight) => {
    // Widths grow with the size: one measurement at 100 px serves every zoom.
    context.font = `${weight} 100px ${sans}`;
    return (textWidth(context, text) * size) / 100;
  };
}

/** A number in its seat: as large as the seat lets it, null where it would be too small to read. */
export function seatLabelSize(text: string, pitch: number, measure: Measure): number | null {
  const size = Math.min(15, pitch * 0.4);
  const room = pitch * SEAT_RADIUS * 2 * 0.88;
  const width = measure(text, size, 600);
  const fitting = width > room ? (size * room) / width : size;
  return fitting < 6 ? null : fitting;
}

function seatLabels(context: CanvasRenderingContext2D, scene: Scene, detail: Detail): void {
  const { model, camera, palette, viewport, statuses } = scene;
  const sight = visibleBox(camera, viewport);
  const size = Math.min(15, detail.pitch * 0.4);
  const measure = measureOn(context, palette.sans);
  const sizes = new Map<string, number | null>();
  let font = 0;
  const sizeOf = (text: string) => {
    let known = sizes.get(text);
    if (known === undefined) {
      sizes.set(text, (known = seatLabelSize(text, detail.pitch, measure)));
      // Measuring took the font.
      font = 0;
    }
    return known;
  };
  for (const section of model.sections) {
    if (section.standing || !overlaps(section.box, sight)) continue;
    const mixed = section.maxPricePaise === undefined ? null : scene.tiers.ofSeat;
    const inkOf = (tier: number) => {
      context.globalAlpha = detail.seatLabels * (scene.dimmed[tier] ? 0.3 : 1);
      context.fillStyle = css(palette.tierInks[tier]!);
    };
    inkOf(scene.tiers.ofSection[section.index]!);
    for (let r = section.rowStart; r < section.rowEnd; r += 1) {
      const row = model.rows[r]!;
      if (!overlaps(row.box, sight)) continue;
      for (let i = row.start; i < row.end; i += 1) {
        if (statuses[i] !== code.available || scene.mine.has(i)) continue;
        const [x, y] = [model.xs[i]! * camera.k + camera.x, model.ys[i]! * camera.k + camera.y];
        if (mixed) inkOf(mixed[i]!);
        if (model.flags[i]! & seatFlags.accessible) wheelchair(context, x, y, size * 1.15);
        else {
          const own = sizeOf(model.labels[i]!);
          if (own === null) continue;
          if (own !== font) context.font = `600 ${(font = own)}px ${palette.sans}`;
          context.fillText(model.labels[i]!, x, y + own * 0.04);
        }
      }
    }
  }
}

/** A person in a wheelchair, drawn in a square of `size` round (x, y). */
export function wheelchair(context: CanvasRenderingContext2D, x: number, y: number, size: number): void {
  const u = size / 10;
  context.save();
  context.translate(x, y);
  context.strokeStyle = context.fillStyle;
  context.lineWidth = 1.25 * u;
  context.lineCap = "round";
  context.lineJoin = "round";
  context.beginPath();
  context.arc(-0.6 * u, -4.3 * u, 1.05 * u, 0, Math.PI * 2);
  context.fill();
  context.beginPath();
  context.moveTo(-0.6 * u, -2.6 * u);
  context.lineTo(-0.6 * u, 0.8 * u);
  context.lineTo(2.3 * u, 0.8 * u);
  context.lineTo(3.6 * u, 4 * u);
  context.moveTo(-0.6 * u, -1 * u);
  context.lineTo(2 * u, -1 * u);
  context.moveTo(1.7 * u, 3.4 * u);
  context.arc(-0.8 * u, 2.2 * u, 2.8 * u, 0.45, Math.PI * 1.32);
  context.stroke();
  context.restore();
}
