import type { Sprite } from "./sprite";

/**
 * A picture that seats are stamped into, pixel by pixel, and then put on the canvas at once. 50,000 calls of a canvas
 * cost hundreds of milliseconds without a graphics card; 50,000 stamps of a few pixels cost five
 * (docs/decisions/0051-seat-map-raster.md).
 */
export class SeatRaster {
  width = 0;
  height = 0;
  pixels: Uint32Array = new Uint32Array(0);
  private top = 0;
  private bottom = 0;

  /** Empties the picture, at a size in device pixels. */
  begin(width: number, height: number, pixels?: Uint32Array): void {
    if (pixels && pixels !== this.pixels) this.pixels = pixels;
    else if (width * height !== this.pixels.length) this.pixels = new Uint32Array(width * height);
    else if (this.bottom > this.top) this.pixels.fill(0, this.top * width, this.bottom * width);
    this.width = width;
    this.height = height;
    this.top = height;
    this.bottom = 0;
  }

  /** The lines that were written to since `begin`. */
  get written(): { top: number; bottom: number } {
    return { top: Math.min(this.top, this.bottom), bottom: this.bottom };
  }

  /** Stamps a sprite with its middle at (x, y), device pixels. */
  stamp(sprite: Sprite, x: number, y: number): void {
    const column = Math.floor(x);
    const line = Math.floor(y);
    const { reach, size, phases } = sprite;
    const phase = (((y - line) * phases) | 0) * phases + (((x - column) * phases) | 0);
    const picture = sprite.pixels[phase]!;
    const runs = sprite.runs[phase]!;
    const left = column - reach;
    const top = line - reach;
    const fromX = left < 0 ? -left : 0;
    const toX = left + size > this.width ? this.width - left : size;
    const fromY = top < 0 ? -top : 0;
    const toY = top + size > this.height ? this.height - top : size;
    if (fromX >= toX || fromY >= toY) return;
    if (top + fromY < this.top) this.top = top + fromY;
    if (top + toY > this.bottom) this.bottom = top + toY;
    const out = this.pixels;
    for (let v = fromY; v < toY; v += 1) {
      const first = runs[2 * v]!;
      const last = runs[2 * v + 1]!;
      const start = v * size;
      const end = start + (last < toX ? last : toX);
      const shift = (top + v) * this.width + left - start;
      for (let from = start + (first > fromX ? first : fromX); from < end; from += 1) {
        const pixel = picture[from]!;
        // Neighbours overlap by their soft edges only: the stronger one stays.
        if (pixel > out[from + shift]!) out[from + shift] = pixel;
      }
    }
  }
}
