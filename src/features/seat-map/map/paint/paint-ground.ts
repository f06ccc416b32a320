import { overlaps } from "../model/box";
import { decorationBox } from "../model/decoration-box";
import { paintDecoration } from "./paint-decoration";
import { css, mix } from "./palette";
import { visibleBox, type Scene } from "./scene";

/** Paper, what is drawn on the plan, and each section's shape in a breath of its price colour. */
export function paintGround(
  context: CanvasRenderingContext2D,
  scene: Scene,
  shapes: readonly Path2D[],
): void {
  const { camera, viewport, palette, model, tiers } = scene;
  const { dpr } = viewport;
  context.setTransform(dpr, 0, 0, dpr, 0, 0);
  context.fillStyle = css(palette.paper);
  context.fillRect(0, 0, viewport.width, viewport.height);
  context.setTransform(camera.k * dpr, 0, 0, camera.k * dpr, camera.x * dpr, camera.y * dpr);
  const sight = visibleBox(camera, viewport);

  for (const item of model.decorations) {
    if (item.kind !== "text" && overlaps(decorationBox(item), sight)) paintDecoration(context, item, scene);
  }
  context.lineJoin = "round";
  for (const section of model.sections) {
    const shape = shapes[section.index];
    if (!shape || !overlaps(section.box, sight)) continue;
    const tier = tiers.ofSection[section.index]!;
    const color = palette.tiers[tier]!;
    const lively = scene.dimmed[tier] ? 0.25 : 1;
    const hovered = scene.hoverSection === section.index;
    context.fillStyle = css(
      mix(palette.paper, color, (hovered ? 0.26 : section.standing ? 0.2 : 0.1) * lively),
    );
    context.fill(shape);
    context.lineWidth = (hovered ? 2 : 1) / camera.k;
    context.strokeStyle = css(mix(palette.paper, color, (hovered ? 0.9 : 0.36) * lively));
    context.stroke(shape);
  }
}

/** A section's shape with its corners rounded, in plan units. */
export function shapePath(rings: readonly Float32Array[], radius = 5): Path2D {
  const path = new Path2D();
  for (const ring of rings) addRing(path, ring, radius);
  return path;
}

function addRing(path: Path2D, outline: Float32Array, radius: number): void {
  const n = outline.length / 2;
  const at = (i: number) => [outline[(i % n) * 2]!, outline[(i % n) * 2 + 1]!] as const;
  if (n < 3) return;
  const [ax, ay] = at(0);
  const [bx, by] = at(1);
  path.moveTo((ax + bx) / 2, (ay + by) / 2);
  for (let i = 1; i <= n; i += 1) {
    const [px, py] = at(i);
    const [qx, qy] = at(i + 1);
    const [mx, my] = [(px + qx) / 2, (py + qy) / 2];
    path.arcTo(px, py, mx, my, Math.min(radius, Math.hypot(mx - px, my - py)));
  }
  path.closePath();
}
