import { blockReasons } from "~/domain/seating/seat-blocking";
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
  /** Of what seats are kept from sale for, as domain/seating/seat-blocking orders it. */
  reasons: Rgb[];
  held: Rgb;
  sold: Rgb;
  mine: Rgb;
  mineInk: Rgb;
  /** Families of the interface's type, as the page loaded them. */
  sans: string;
};

const tokens = {
  paper: "--paper",
  surface: "--surface",
  raised: "--raised",
  ink: "--ink",
  inkSoft: "--ink-soft",
  line: "--line",
  lineStrong: "--line-strong",
  focus: "--focus",
  success: "--success",
  held: "--seat-held",
  sold: "--seat-sold",
  mine: "--seat-mine",
  mineInk: "--seat-mine-ink",
} as const;

const reasonTokens = blockReasons.map((reason) => `--reason-${reason.toLowerCase()}`);

/** Reads the tokens as they hold for an element now; call it again when the theme changes. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const names = [
    ...Object.values(tokens),
    ...reasonTokens,
    ...Array.from({ length: TIER_COUNT }, (_, i) => `--tier-${i + 1}`),
  ];
  const values = names.map((name) => style.getPropertyValue(name).trim());
  const colors = toRgb(values);
  const named = Object.fromEntries(Object.keys(tokens).map((key, i) => [key, colors[i]])) as Record<
    keyof typeof tokens,
    Rgb
  >;
  const tiers = colors.slice(-TIER_COUNT);
  const reasons = colors.slice(-TIER_COUNT - reasonTokens.length, -TIER_COUNT);
  return { ...named, reasons, tiers, tierInks: tiers.map(readableOn), sans: style.fontFamily || "sans-serif" };
}

/** A browser knows any CSS colour, but says it in numbers only as a pixel: one for each, read all at once. */
function toRgb(values: readonly string[]): Rgb[] {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [values.length, 1];
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) return values.map(() => [0, 0, 0]);
  for (const [i, value] of values.entries()) {
    context.fillStyle = "#000";
    if (value) context.fillStyle = value;
    context.fillRect(i, 0, 1, 1);
  }
  const { data } = context.getImageData(0, 0, values.length, 1);
  return values.map((_, i) => [data[4 * i]!, data[4 * i + 1]!, data[4 * i + 2]!]);
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
