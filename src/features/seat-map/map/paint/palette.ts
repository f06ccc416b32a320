import { TIER_COUNT } from "../model/tiers";

export type Rgb = readonly [number, number, number];

/** The tokens a canvas needs, as numbers: a canvas cannot read CSS variables, and mixes are made here. */
export type Palette = {
  paper: Rgb;
  surface: Rgb;
  raised: Rgb;
  ink: Rgb;
  inkSoft: Rgb;
  line: Rgb;
  lineStrong: Rgb;
  focus: Rgb;
  success: Rgb;
  tiers: Rgb[];
  /** What is written on each tier's colour: light or dark, whichever is read better. */
  tierInks: Rgb[];
  held: Rgb;
  sold: Rgb;
  mine: Rgb;
  mineInk: Rgb;
  /** Families of the interface's type and of its display type, as the page loaded them. */
  sans: string;
  display: string;
};

/** Reads the tokens as they hold for an element now; call it again when the theme changes. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const read = (token: string): Rgb => {
    if (!context) return [0, 0, 0];
    context.fillStyle = "#000";
    context.fillStyle = style.getPropertyValue(token).trim() || "#000";
    context.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0] = context.getImageData(0, 0, 1, 1).data;
    return [r, g, b];
  };
  const tiers = Array.from({ length: TIER_COUNT }, (_, i) => read(`--tier-${i + 1}`));
  return {
    paper: read("--paper"),
    surface: read("--surface"),
    raised: read("--raised"),
    ink: read("--ink"),
    inkSoft: read("--ink-soft"),
    line: read("--line"),
    lineStrong: read("--line-strong"),
    focus: read("--focus"),
    success: read("--success"),
    tiers,
    tierInks: tiers.map(readableOn),
    held: read("--seat-held"),
    sold: read("--seat-sold"),
    mine: read("--seat-mine"),
    mineInk: read("--seat-mine-ink"),
    sans: style.fontFamily || "sans-serif",
    display: `${style.getPropertyValue("--font-bricolage").trim() || "inherit"}, ${style.fontFamily || "sans-serif"}`,
  };
}

/** `share` of `top` over `ground`, 0 to 1. */
export function mix(ground: Rgb, top: Rgb, share: number): Rgb {
  const channel = (i: 0 | 1 | 2) => Math.round(ground[i] + (top[i] - ground[i]) * share);
  return [channel(0), channel(1), channel(2)];
}

const WHITE: Rgb = [255, 255, 255];
const NIGHT: Rgb = [24, 14, 20];

/** Of light and dark, the one with more contrast (WCAG 2) on a colour. */
export function readableOn(ground: Rgb): Rgb {
  const l = luminance(ground);
  return 1.05 / (l + 0.05) >= (l + 0.05) / (luminance(NIGHT) + 0.05) ? WHITE : NIGHT;
}

function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** CSS for a colour. */
export function css([r, g, b]: Rgb, alpha = 1): string {
  return alpha === 1 ? `rgb(${r} ${g} ${b})` : `rgb(${r} ${g} ${b} / ${alpha})`;
}
