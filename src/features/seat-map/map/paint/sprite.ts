import { coverage, type SeatShape } from "./masks";
import type { Rgb } from "./palette";

/** One seat's picture at a size, once for each fraction of a pixel its middle may fall on. */
export type Sprite = {
  /** Pixels left of, and above, the pixel that holds the middle. */
  reach: number;
  size: number;
  /** Steps a pixel is divided into, along x and along y. */
  phases: number;
  /** ABGR, phase y major. */
  pixels: Uint32Array[];
};

/** Small seats show by half pixels; large ones do not. */
function phasesFor(radius: number): number {
  return radius < 4 ? 4 : radius < 9 ? 2 : 1;
}

/** Draws a sprite. `radius` in device pixels, `alpha` 0 to 1. */
export function makeSprite(shape: SeatShape, radius: number, color: Rgb, alpha: number): Sprite {
  const phases = phasesFor(radius);
  const reach = Math.ceil(radius + 1);
  const size = 2 * reach + 1;
  const bgr = (color[2] << 16) | (color[1] << 8) | color[0];
  const pixels: Uint32Array[] = [];
  for (let v = 0; v < phases; v += 1) {
    for (let u = 0; u < phases; u += 1) {
      const picture = new Uint32Array(size * size);
      const [cx, cy] = [reach + (u + 0.5) / phases, reach + (v + 0.5) / phases];
      for (let y = 0; y < size; y += 1) {
        for (let x = 0; x < size; x += 1) {
          const share = coverage(shape, x + 0.5 - cx, y + 0.5 - cy, radius);
          if (share > 0) picture[y * size + x] = ((Math.round(share * alpha * 255) << 24) | bgr) >>> 0;
        }
      }
      pixels.push(picture);
    }
  }
  return { reach, size, phases, pixels };
}

/** Sprites by shape, colour and size, kept while the size stays (a pan) and dropped when it changes (a zoom). */
export class SpriteCache {
  private readonly made = new Map<string, Sprite>();
  private radius = 0;

  get(shape: SeatShape, radius: number, color: Rgb, alpha: number): Sprite {
    if (radius !== this.radius) {
      this.made.clear();
      this.radius = radius;
    }
    const key = `${shape} ${color.join(" ")} ${alpha}`;
    let sprite = this.made.get(key);
    if (!sprite) this.made.set(key, (sprite = makeSprite(shape, radius, color, alpha)));
    return sprite;
  }
}
