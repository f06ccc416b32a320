import type { MapSection } from "../model/seat-model";
import { css, mix } from "./palette";
import { layPlates, platePad, tagOf, type Plate, type PlateWish } from "./plate-layout";
import type { Scene } from "./scene";
import { textWidth } from "./text-width";
import { sectionPriceWords } from "../../section-price";

const NAME = "600 11px";
const PRICE = "500 10px";

/** Where the plates of what is in sight stand: far out all sections have one, near by the standing areas alone. */
export function platesOf(context: CanvasRenderingContext2D, scene: Scene, share: number): Plate[] {
  const shown = scene.model.sections.filter(
    (section) => section.end > section.start && (section.standing || share > 0) && inSight(scene, section),
  );
  return layPlates(
    shown.map((section) =>
      plateWish(scene, section, (text, font) => {
        context.font = `${font} ${scene.palette.sans}`;
        return textWidth(context, text);
      }),
    ),
  );
}

/** Far out: what each section is called, what a seat costs all-in, and how much of it is gone. */
export function paintPlates(
  context: CanvasRenderingContext2D,
  scene: Scene,
  share: number,
  plates: readonly Plate[],
): void {
  context.textAlign = "center";
  context.textBaseline = "middle";
  for (const plate of plates) {
    const section = scene.model.sections[plate.section]!;
    const dim = scene.dimmed[scene.tiers.ofSection[plate.section]!] ? 0.45 : 1;
    context.globalAlpha = (section.standing ? 1 : share) * dim;
    paintPlate(context, scene, section, plate);
  }
  context.globalAlpha = 1;
}

function inSight({ camera, viewport }: Scene, { label }: MapSection): boolean {
  const [x, y] = [label.x * camera.k + camera.x, label.y * camera.k + camera.y];
  return x > -100 && y > -60 && x < viewport.width + 100 && y < viewport.height + 60;
}

/** A seat's price, or that there is none left; of a standing area also how many places are. */
export function secondLine({ occupancy, plateLine }: Pick<Scene, "occupancy" | "plateLine">, section: MapSection): string {
  if (plateLine) return plateLine(section);
  const free = occupancy.free[section.index]!;
  if (free === 0) return "Sold out";
  const price = sectionPriceWords(section);
  return section.standing ? `${price} · ${free.toLocaleString("en-IN")} left` : price;
}

/** What a section's plate asks for; `measure` gives a text's width in a font such as "600 11px". */
export function plateWish(
  scene: Pick<Scene, "camera" | "occupancy" | "plateLine">,
  section: MapSection,
  measure: (text: string, font: string) => number,
): PlateWish {
  const { camera } = scene;
  const tag = tagOf(section.name);
  return {
    section: section.index,
    x: section.label.x * camera.k + camera.x,
    y: section.label.y * camera.k + camera.y,
    room: { width: section.label.width * camera.k, height: section.label.height * camera.k },
    name: measure(section.name, NAME),
    price: measure(secondLine(scene, section), PRICE),
    tag: tag === null ? null : measure(tag, NAME),
  };
}

function paintPlate(
  context: CanvasRenderingContext2D,
  scene: Scene,
  section: MapSection,
  plate: Plate,
): void {
  const { palette, occupancy } = scene;
  const { left, top, right, bottom } = plate.box;
  const x = (left + right) / 2;
  context.beginPath();
  context.roundRect(left, top, right - left, bottom - top, plate.kind === "tag" ? 4 : 6);
  context.fillStyle = css(palette.raised, 0.94);
  context.fill();
  context.font = `${NAME} ${palette.sans}`;
  context.fillStyle = css(palette.ink);
  context.fillText(plate.kind === "tag" ? tagOf(section.name)! : section.name, x, top + 9.5);
  if (plate.kind === "full") {
    context.font = `${PRICE} ${palette.sans}`;
    if (occupancy.free[section.index] === 0) context.fillStyle = css(palette.inkSoft);
    context.fillText(secondLine(scene, section), x, top + 21.5);
  }
  const pad = plate.kind === "tag" ? 3 : platePad;
  meter(context, scene, section, { x: left + pad, y: bottom - 6.5, width: right - left - 2 * pad });
}

/** How full: the part that is gone in ink, the part that may be had in the price's colour. */
function meter(
  context: CanvasRenderingContext2D,
  { palette, tiers, occupancy }: Scene,
  section: MapSection,
  { x, y, width }: { x: number; y: number; width: number },
): void {
  const gone = 1 - occupancy.free[section.index]! / Math.max(1, occupancy.sellable[section.index]!);
  context.fillStyle = css(mix(palette.raised, palette.ink, 0.16));
  context.beginPath();
  context.roundRect(x, y, width, 3, 1.5);
  context.fill();
  if (gone >= 1) return;
  context.fillStyle = css(palette.tiers[tiers.ofSection[section.index]!]!);
  context.beginPath();
  const free = Math.max(3, width * (1 - gone));
  context.roundRect(x + width - free, y, free, 3, 1.5);
  context.fill();
}
