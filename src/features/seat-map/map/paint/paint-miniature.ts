import { shapePath } from "./paint-ground";
import { css, mix } from "./palette";
import { visibleBox, type Scene } from "./scene";

/** Sections in their colours, as full as they are, and a frame round what is in sight. Sizes in CSS pixels. */
export function paintMiniature(
  canvas: HTMLCanvasElement,
  scene: Scene,
  size: { width: number; height: number },
): void {
  const { model, palette, tiers, occupancy, viewport } = scene;
  const context = canvas.getContext("2d");
  if (!context) return;
  const { dpr } = viewport;
  const [width, height] = [Math.round(size.width * dpr), Math.round(size.height * dpr)];
  if (canvas.width !== width || canvas.height !== height) [canvas.width, canvas.height] = [width, height];
  const scale = width / (model.box.right - model.box.left);
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, width, height);
  context.setTransform(scale, 0, 0, scale, -model.box.left * scale, -model.box.top * scale);
  context.fillStyle = css(mix(palette.raised, palette.ink, 0.1));
  for (const item of model.decorations)
    if (item.kind !== "text" && item.kind !== "area") context.fillRect(item.x, item.y, item.width, item.height);
  for (const section of model.sections) {
    const tier = tiers.ofSection[section.index]!;
    const share = occupancy.free[section.index]! / Math.max(1, occupancy.sellable[section.index]!);
    context.fillStyle = css(
      mix(
        palette.raised,
        palette.tiers[tier]!,
        (scene.dimmed[tier] ? 0.1 : 0.25) + share * (scene.dimmed[tier] ? 0.1 : 0.65),
      ),
    );
    context.fill(miniatureShape(section.rings));
  }
  const sight = visibleBox(scene.camera, viewport);
  context.strokeStyle = css(palette.ink);
  context.lineWidth = (1.5 * dpr) / scale;
  const inset = context.lineWidth / 2;
  const left = Math.max(sight.left, model.box.left + inset);
  const top = Math.max(sight.top, model.box.top + inset);
  context.strokeRect(
    left,
    top,
    Math.min(sight.right, model.box.right - inset) - left,
    Math.min(sight.bottom, model.box.bottom - inset) - top,
  );
}

const shapes = new WeakMap<readonly Float32Array[], Path2D>();

function miniatureShape(rings: readonly Float32Array[]): Path2D {
  let shape = shapes.get(rings);
  if (!shape) shapes.set(rings, (shape = shapePath(rings)));
  return shape;
}
