import type { Decoration } from "~/domain/seating/plan/seating-plan";
import { css, mix } from "./palette";
import type { Scene } from "./scene";

type Shape = Exclude<Decoration, { kind: "text" }>;

/** Stage, screen, pitch, ring or any other area, in plan units; the context is at the camera already. */
export function paintDecoration(context: CanvasRenderingContext2D, item: Shape, scene: Scene): void {
  const { palette, camera } = scene;
  const [halfWidth, halfHeight] = [item.width / 2, item.height / 2];
  const hairline = 1 / camera.k;
  context.save();
  context.translate(item.x + halfWidth, item.y + halfHeight);
  context.rotate(((item.rotation ?? 0) * Math.PI) / 180);
  context.lineWidth = hairline;
  context.beginPath();
  if (item.kind === "area") {
    area(context, item, scene);
  } else if (item.kind === "screen") {
    screen(context, halfWidth, halfHeight, scene);
  } else if (item.kind === "pitch") {
    context.roundRect(-halfWidth, -halfHeight, item.width, item.height, Math.min(halfWidth, halfHeight));
    context.fillStyle = css(mix(palette.paper, palette.success, 0.14));
    context.fill();
    context.strokeStyle = css(mix(palette.paper, palette.success, 0.4));
    context.stroke();
    pitchLines(context, halfWidth, halfHeight);
  } else {
    const radius = item.kind === "ring" ? 4 : Math.min(12, halfHeight);
    context.roundRect(-halfWidth, -halfHeight, item.width, item.height, radius);
    context.fillStyle = css(mix(palette.surface, palette.ink, 0.06));
    context.fill();
    context.strokeStyle = css(palette.line);
    context.stroke();
    if (item.kind === "ring") ropes(context, halfWidth, halfHeight);
  }
  context.restore();
}

/** A bar, a desk, a wall: there, and of no weight. A file's own colour only tints it, so that both themes stand. */
function area(context: CanvasRenderingContext2D, item: Extract<Shape, { kind: "area" }>, { palette }: Scene): void {
  const [halfWidth, halfHeight] = [item.width / 2, item.height / 2];
  if (item.outline) {
    for (const { x, y } of item.outline) context.lineTo(x - halfWidth, y - halfHeight);
    context.closePath();
  } else if (item.round) context.ellipse(0, 0, halfWidth, halfHeight, 0, 0, 2 * Math.PI);
  else context.roundRect(-halfWidth, -halfHeight, item.width, item.height, Math.min(4, halfHeight));
  context.fillStyle = css(mix(palette.surface, palette.ink, 0.06));
  context.fill();
  if (item.colour) {
    context.globalAlpha = 0.18;
    context.fillStyle = item.colour;
    context.fill();
    context.globalAlpha = 1;
  }
  context.strokeStyle = css(palette.line);
  context.stroke();
}

/** A band that bends toward the seats, with its light falling on them. */
function screen(
  context: CanvasRenderingContext2D,
  halfWidth: number,
  halfHeight: number,
  { palette }: Scene,
): void {
  const bend = Math.min(halfWidth * 0.08, 14);
  const light = context.createLinearGradient(0, 0, 0, halfHeight + 60);
  light.addColorStop(0, css(palette.lineStrong, 0.28));
  light.addColorStop(1, css(palette.lineStrong, 0));
  context.fillStyle = light;
  context.moveTo(-halfWidth, bend);
  context.quadraticCurveTo(0, -bend, halfWidth, bend);
  context.lineTo(halfWidth * 0.9, halfHeight + 60);
  context.lineTo(-halfWidth * 0.9, halfHeight + 60);
  context.fill();
  context.beginPath();
  context.moveTo(-halfWidth, bend);
  context.quadraticCurveTo(0, -bend, halfWidth, bend);
  context.strokeStyle = css(palette.inkSoft);
  context.lineCap = "round";
  context.lineWidth = Math.max(2.5, Math.min(6, halfHeight * 0.4));
  context.stroke();
}

function pitchLines(context: CanvasRenderingContext2D, halfWidth: number, halfHeight: number): void {
  const inset = Math.min(halfWidth, halfHeight) * 0.16;
  context.beginPath();
  context.roundRect(
    -halfWidth + inset,
    -halfHeight + inset,
    (halfWidth - inset) * 2,
    (halfHeight - inset) * 2,
    Math.min(halfWidth, halfHeight) - inset,
  );
  context.stroke();
  const [long, short] =
    halfWidth > halfHeight ? [halfWidth * 0.16, halfHeight * 0.05] : [halfWidth * 0.05, halfHeight * 0.16];
  context.strokeRect(-long, -short, long * 2, short * 2);
}

function ropes(context: CanvasRenderingContext2D, halfWidth: number, halfHeight: number): void {
  for (const share of [0.82, 0.9]) {
    context.strokeRect(
      -halfWidth * share,
      -halfHeight * share,
      halfWidth * share * 2,
      halfHeight * share * 2,
    );
  }
}
