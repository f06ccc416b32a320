import type { Box } from "./shapes";

/** The formats a poster is printed in, with their sizes in units of the drawing. */
export const formats = {
  poster: { width: 600, height: 800 },
  square: { width: 600, height: 600 },
  banner: { width: 1200, height: 630 },
} as const;
export type PosterVariant = keyof typeof formats;

/**
 * How a sheet is arranged: title below or above the picture, the picture framed by paper, the title as most
 * of the sheet, the title climbing the side, or (banners) picture and title side by side.
 */
export type Arrangement = "below" | "above" | "framed" | "giant" | "side" | "banner";

/** Room for the letters, in px; along the sheet's side the long way is up. */
export function titleRoom(arrangement: Arrangement, width: number, height: number, printHeight: number) {
  const margin = marginOf(arrangement, width);
  const shares = { below: 0.36, above: 0.36, framed: 0.32, giant: 0.6, side: 0, banner: 0 };
  if (arrangement === "side")
    return { width: height - margin * 2, height: width * 0.34, largest: width * 0.42 };
  if (arrangement === "banner")
    return {
      width: width * 0.5 - margin * 2,
      height: height - margin * 3 - printHeight,
      largest: height * 0.3,
    };
  return { width: width - margin * 2, height: height * shares[arrangement], largest: width * 0.34 };
}

export function marginOf(arrangement: Arrangement, width: number): number {
  return width * (arrangement === "banner" ? 0.036 : 0.06);
}

/** Where the parts stand once the title is set. `turned`: title and print are drawn in a frame turned a quarter to the left. */
export type Sheet = {
  art: Box;
  title: { x: number; y: number };
  print: { x: number; y: number; width: number };
  turned: boolean;
};

/** Places picture, title (of `titleHeight`, its descenders included) and small print on a sheet. */
export function arrange(
  arrangement: Arrangement,
  width: number,
  height: number,
  titleHeight: number,
  printHeight: number,
): Sheet {
  const m = marginOf(arrangement, width);
  const printTop = height - m - printHeight;
  const room = width - m * 2;
  const gap = printHeight ? m * 0.72 : 0;
  switch (arrangement) {
    case "above": {
      const start = m + titleHeight + m * 0.7;
      const end = printHeight ? printTop - m * 0.7 : height;
      return {
        turned: false,
        title: { x: m, y: m },
        art: { x: 0, y: start, w: width, h: end - start },
        print: { x: m, y: printTop, width: room },
      };
    }
    case "side": {
      const start = m + titleHeight + gap + printHeight + m * 0.8;
      return {
        turned: true,
        title: { x: m, y: m },
        art: { x: start, y: 0, w: width - start, h: height },
        print: { x: m, y: m + titleHeight + gap, width: height - m * 2 },
      };
    }
    case "banner":
      return {
        turned: false,
        title: { x: m, y: m },
        art: { x: width / 2, y: 0, w: width / 2, h: height },
        print: { x: m, y: printTop, width: width / 2 - m * 2 },
      };
    default: {
      const inset = arrangement === "framed" ? m : 0;
      const titleTop = printTop - gap - titleHeight;
      return {
        turned: false,
        title: { x: m, y: titleTop },
        art: { x: inset, y: inset, w: width - inset * 2, h: titleTop - m * 0.8 - inset },
        print: { x: m, y: printTop, width: room },
      };
    }
  }
}
