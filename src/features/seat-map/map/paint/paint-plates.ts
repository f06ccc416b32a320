import { formatPaise } from "~/domain/money";
import { allIn } from "~/domain/tax";
import type { Box } from "../model/box";
import { overlaps } from "../model/box";
import type { MapSection } from "../model/seat-model";
import { css, mix } from "./palette";
import type { Scene } from "./scene";
import { textWidth } from "./text-width";

const NAME = "600 11px";
const PRICE = "500 10px";
const PAD = 5;

/** Far out: what each section is called, what a seat costs all-in, and how much of it is gone. */
export function paintPlates(context: CanvasRenderingContext2D, scene: Scene, share: number): void {
  const placed: Box[] = [];
  // The roomiest first: where two would cover one another the smaller gives way.
  const byRoom = [...scene.model.sections].sort((a, b) => room(b) - room(a));
  for (const section of byRoom) {
    const opacity = section.standing ? 1 : share;
    if (opacity > 0 && section.end > section.start) paintPlate(context, scene, section, opacity, placed);
  }
  context.globalAlpha = 1;
}

function paintPlate(
  context: CanvasRenderingContext2D,
  scene: Scene,
  section: MapSection,
  opacity: number,
  placed: Box[],
) {
  const { camera, viewport, palette, occupancy, tiers } = scene;
  const x = section.label.x * camera.k + camera.x;
  const y = section.label.y * camera.k + camera.y;
  if (x < -100 || y < -60 || x > viewport.width + 100 || y > viewport.height + 60) return;
  const free = occupancy.free[section.index]!;
  const sellable = occupancy.sellable[section.index]!;
  const second = free === 0 ? "Sold out" : formatPaise(allIn(section.pricePaise));
  context.font = `${NAME} ${palette.sans}`;
  const nameWidth = textWidth(context, section.name);
  context.font = `${PRICE} ${palette.sans}`;
  const secondWidth = textWidth(context, second);

  const [spaceX, spaceY] = [section.label.width * camera.k * 1.25, section.label.height * camera.k * 1.25];
  const full = { width: Math.max(nameWidth, secondWidth, 38) + 2 * PAD, height: 37, lines: 3 };
  const short = { width: nameWidth + 2 * PAD, height: 18, lines: 1 };
  const plate = [full, short].find(({ width, height }) => {
    if (width > spaceX || height > spaceY) return false;
    return !placed.some((other) => overlaps(other, around(x, y, width, height)));
  });
  if (!plate) return;
  const box = around(x, y, plate.width, plate.height);
  placed.push(box);

  const dim = scene.dimmed[tiers.ofSection[section.index]!] ? 0.45 : 1;
  context.globalAlpha = opacity * dim;
  context.beginPath();
  context.roundRect(box.left, box.top, plate.width, plate.height, 6);
  context.fillStyle = css(palette.raised, 0.94);
  context.fill();
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.font = `${NAME} ${palette.sans}`;
  context.fillStyle = css(palette.ink);
  if (plate.lines === 1) {
    context.fillText(section.name, x, y + 0.5);
    return;
  }
  context.fillText(section.name, x, box.top + 9.5);
  context.font = `${PRICE} ${palette.sans}`;
  context.fillStyle = css(free === 0 ? palette.inkSoft : palette.ink);
  context.fillText(second, x, box.top + 21.5);
  const track = plate.width - 2 * PAD;
  meter(
    context,
    scene,
    box.left + PAD,
    box.top + 29.5,
    track,
    sellable === 0 ? 1 : 1 - free / sellable,
    section,
  );
}

/** How full: the part that is gone in ink, the part that may be had in the price's colour. */
function meter(
  context: CanvasRenderingContext2D,
  scene: Scene,
  x: number,
  y: number,
  width: number,
  gone: number,
  section: MapSection,
) {
  const { palette, tiers } = scene;
  context.fillStyle = css(mix(palette.raised, palette.ink, 0.16));
  context.beginPath();
  context.roundRect(x, y, width, 3, 1.5);
  context.fill();
  if (gone >= 1) return;
  context.fillStyle = css(palette.tiers[tiers.ofSection[section.index]!]!);
  context.beginPath();
  context.roundRect(x + width * gone, y, Math.max(3, width * (1 - gone)), 3, 1.5);
  context.fill();
}

function around(x: number, y: number, width: number, height: number): Box {
  return { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 };
}

function room({ label }: MapSection): number {
  return label.width * label.height;
}
