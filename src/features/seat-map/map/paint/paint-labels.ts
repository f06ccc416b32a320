import { seatFlags } from "~/domain/seating/flags";
import { SEAT_PITCH } from "~/domain/seating/plan/seating-plan";
import type { SeatModel } from "../model/seat-model";
import { overlaps } from "../model/box";
import { code } from "../model/seat-statuses";
import type { Detail } from "./detail";
import { css } from "./palette";
import { visibleBox, type Scene } from "./scene";

/** Rows of more seats than this are labelled at both ends. */
const LONG_ROW = 24;

/** Texts of the plan, names of sections beyond their last row, row letters at row ends, numbers in seats. */
export function paintLabels(context: CanvasRenderingContext2D, scene: Scene, detail: Detail): void {
  context.textAlign = "center";
  context.textBaseline = "middle";
  decorationLabels(context, scene);
  if (detail.sectionNames > 0) sectionNames(context, scene, detail);
  if (detail.rowLabels > 0) rowLabels(context, scene, detail);
  if (detail.seatLabels > 0) seatLabels(context, scene, detail);
  context.globalAlpha = 1;
}

function decorationLabels(context: CanvasRenderingContext2D, { model, camera, palette }: Scene): void {
  const { k } = camera;
  context.fillStyle = css(palette.inkSoft);
  for (const item of model.decorations) {
    const text = item.kind === "text" ? item.text : item.label;
    if (!text) continue;
    const size = item.kind === "text" ? item.size * k : Math.min(15, Math.max(9, item.height * k * 0.3));
    if (size < 7) continue;
    const [x, y] =
      item.kind === "text" ? [item.x, item.y] : [item.x + item.width / 2, item.y + item.height / 2];
    // A screen's name stands in its light, below the band; a pitch has its own lines in the middle.
    const below = item.kind === "screen" ? 16 : item.kind === "pitch" ? item.height * k * 0.22 : 0;
    context.save();
    context.translate(x * k + camera.x, y * k + camera.y + below);
    const turn = item.kind === "text" ? 0 : (item.rotation ?? 0);
    const upright = Math.abs(turn % 180) === 90 || (item.kind !== "text" && item.height > item.width * 2);
    if (upright) context.rotate(-Math.PI / 2);
    else if (turn) context.rotate((turn * Math.PI) / 180);
    context.font = `600 ${size}px ${palette.sans}`;
    context.letterSpacing = item.kind === "text" ? "0px" : "0.14em";
    context.fillText(item.kind === "text" ? text : text.toUpperCase(), 0, 0);
    context.restore();
  }
}

function sectionNames(context: CanvasRenderingContext2D, scene: Scene, detail: Detail): void {
  const { model, camera, palette } = scene;
  const size = Math.min(15, 9 + detail.pitch * 0.3);
  context.font = `600 ${size}px ${palette.sans}`;
  context.fillStyle = css(palette.inkSoft);
  context.globalAlpha = detail.sectionNames;
  for (const section of model.sections) {
    const [front, back] = [model.rows[section.rowStart], model.rows[section.rowEnd - 1]];
    if (section.standing || !front || !back) continue;
    const [from, to] = [rowMiddle(model, front), rowMiddle(model, back)];
    let [dx, dy] = [to.x - from.x, to.y - from.y];
    const length = Math.hypot(dx, dy);
    if (length < 1) [dx, dy] = [0, 1];
    else [dx, dy] = [dx / length, dy / length];
    const away = SEAT_PITCH * 0.8 * camera.k + size * 0.85;
    const x = to.x * camera.k + camera.x + dx * away;
    const y = to.y * camera.k + camera.y + dy * away;
    context.save();
    context.translate(x, y);
    // Along the back row, and never upside down.
    let angle = Math.atan2(dy, dx) - Math.PI / 2;
    if (Math.cos(angle) < -0.01) angle += Math.PI;
    context.rotate(angle);
    context.fillText(section.name, 0, 0);
    context.restore();
  }
}

function rowMiddle(
  { xs, ys }: SeatModel,
  { start, end }: { start: number; end: number },
): { x: number; y: number } {
  const [a, b] = [(start + end - 1) >> 1, (start + end) >> 1];
  return { x: (xs[a]! + xs[b]!) / 2, y: (ys[a]! + ys[b]!) / 2 };
}

function rowLabels(context: CanvasRenderingContext2D, scene: Scene, detail: Detail): void {
  const { model, camera, palette, viewport } = scene;
  const sight = visibleBox(camera, viewport);
  context.font = `500 ${Math.min(13, detail.pitch * 0.62)}px ${palette.sans}`;
  context.fillStyle = css(palette.inkSoft);
  context.globalAlpha = detail.rowLabels;
  for (const row of model.rows) {
    if (model.sections[row.section]!.standing || !overlaps(row.box, sight)) continue;
    const last = row.end - 1;
    rowLabel(context, scene, row.label, row.start, row.start < last ? row.start + 1 : -1);
    // Short rows stand side by side with others': one label is enough, two would meet in the gangway.
    if (last - row.start >= LONG_ROW) rowLabel(context, scene, row.label, last, last - 1);
  }
}

/** Beyond `end`, on the line from its neighbour; a row of one has its label at the left. */
function rowLabel(
  context: CanvasRenderingContext2D,
  { model, camera }: Scene,
  text: string,
  end: number,
  next: number,
): void {
  const [ex, ey] = [model.xs[end]!, model.ys[end]!];
  let [dx, dy] = next < 0 ? [-1, 0] : [ex - model.xs[next]!, ey - model.ys[next]!];
  const length = Math.hypot(dx, dy) || 1;
  [dx, dy] = [(dx / length) * SEAT_PITCH * 1.35, (dy / length) * SEAT_PITCH * 1.35];
  context.fillText(text, (ex + dx) * camera.k + camera.x, (ey + dy) * camera.k + camera.y);
}

function seatLabels(context: CanvasRenderingContext2D, scene: Scene, detail: Detail): void {
  const { model, camera, palette, viewport, statuses } = scene;
  const sight = visibleBox(camera, viewport);
  const size = Math.min(15, detail.pitch * 0.4);
  context.font = `600 ${size}px ${palette.sans}`;
  for (const section of model.sections) {
    if (section.standing || !overlaps(section.box, sight)) continue;
    context.globalAlpha = detail.seatLabels * (scene.dimmed[scene.tiers.ofSection[section.index]!] ? 0.3 : 1);
    context.fillStyle = css(palette.tierInks[scene.tiers.ofSection[section.index]!]!);
    for (let r = section.rowStart; r < section.rowEnd; r += 1) {
      const row = model.rows[r]!;
      if (!overlaps(row.box, sight)) continue;
      for (let i = row.start; i < row.end; i += 1) {
        if (statuses[i] !== code.available || scene.mine.has(i)) continue;
        const [x, y] = [model.xs[i]! * camera.k + camera.x, model.ys[i]! * camera.k + camera.y];
        if (model.flags[i]! & seatFlags.accessible) wheelchair(context, x, y, size * 1.15);
        else context.fillText(model.labels[i]!, x, y + size * 0.04);
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
