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
  /** For each phase, line after line, the first pixel that is not empty and the one after the last. */
  runs: Uint8Array[];
};

/** Small seats show by half pixels; large ones do not. */
function phasesFor(radius: number): number {
  return radius < 4 ? 4 : radius < 9 ? 2 : 1;
}

/** How much of each pixel a shape covers, 0 to 255, once for each phase: the same whatever the colour. */
type Mask = { reach: number; size: number; phases: number; shares: Uint8Array[]; runs: Uint8Array[] };

function makeMask(shape: SeatShape, radius: number): Mask {
  const phases = phasesFor(radius);
  const reach = Math.ceil(radius + 1);
  const size = 2 * reach + 1;
  const shares: Uint8Array[] = [];
  for (let phase = 0; phase < phases * phases; phase += 1) {
    const share = new Uint8Array(size * size);
    const cx = reach + ((phase % phases) + 0.5) / phases;
    const cy = reach + (Math.floor(phase / phases) + 0.5) / phases;
    for (let i = 0; i < share.length; i += 1) {
      share[i] = 255 * coverage(shape, (i % size) + 0.5 - cx, Math.floor(i / size) + 0.5 - cy, radius) + 0.5;
    }
    shares.push(share);
  }
  return { reach, size, phases, shares, runs: shares.map((share) => runsOf(share, size)) };
}

/** Corners of a sprite are empty: half of its pixels need not be looked at. */
function runsOf(share: Uint8Array, size: number): Uint8Array {
  const runs = new Uint8Array(size * 2);
  for (let i = 0; i < share.length; i += 1) {
    if (share[i] === 0) continue;
    const line = Math.floor(i / size);
    if (runs[2 * line + 1] === 0) runs[2 * line] = i % size;
    runs[2 * line + 1] = (i % size) + 1;
  }
  return runs;
}

function color({ reach, size, phases, shares, runs }: Mask, rgb: Rgb, alpha: number): Sprite {
  const bgr = (rgb[2] << 16) | (rgb[1] << 8) | rgb[0];
  const pixels = shares.map((share) =>
    Uint32Array.from(share, (part) => (part === 0 ? 0 : ((Math.round(part * alpha) << 24) | bgr) >>> 0)),
  );
  return { reach, size, phases, pixels, runs };
}

/** Draws a sprite. `radius` in device pixels, `alpha` 0 to 1. */
export function makeSprite(shape: SeatShape, radius: number, rgb: Rgb, alpha: number): Sprite {
  return color(makeMask(shape, radius), rgb, alpha);
}

/** Sprites by shape, colour and size, kept while the size stays (a pan) and dropped when it changes (a zoom). */
export class SpriteCache {
  private readonly masks = new Map<SeatShape, Mask>();
  private readonly made = new Map<string, Sprite>();
  private radius = 0;

  get(shape: SeatShape, radius: number, rgb: Rgb, alpha: number): Sprite {
    if (radius !== this.radius) {
      this.made.clear();
      this.masks.clear();
      this.radius = radius;
    }
    const key = `${shape} ${rgb.join(" ")} ${alpha}`;
    const known = this.made.get(key);
    if (known) return known;
    const mask = this.masks.get(shape) ?? makeMask(shape, radius);
    this.masks.set(shape, mask);
    const sprite = color(mask, rgb, alpha);
    this.made.set(key, sprite);
    return sprite;
  }
}
