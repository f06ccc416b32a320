import glyphs from "./glyphs.json";
import { n } from "./shapes";

/** The poster's lettering: two heavy cuts for titles, one quiet cut for small print. */
export type Cut = "condensed" | "normal" | "small";

type Glyph = [advance: number, outline: string];
const outlines: Record<Cut, Record<string, Glyph>> = glyphs as never;
const kerning: Record<string, number> = glyphs.kerning;

/** Heights in em. Capitals stand 0.66 over the baseline in every cut. */
export const capHeight = 0.66;
const kernScale: Record<Cut, number> = { condensed: 0.75, normal: 1, small: 0.6 };
const tracking: Record<Cut, number> = { condensed: -4, normal: -22, small: 4 };

/** A character the cut has: the same, or without its accents; else null. */
function drawable(character: string, cut: Cut): string | null {
  if (outlines[cut][character]) return character;
  const plain = character.normalize("NFD").replace(/\p{M}/gu, "");
  return plain && outlines[cut][plain] ? plain : null;
}

/** Whether a text can be drawn with our outlines; Devanagari and its sisters cannot, and fall back to the reader's fonts. */
export function canDraw(text: string): boolean {
  return [...text].every((c) => drawable(c, "condensed"));
}

function step(characters: string[], i: number, cut: Cut): number {
  const here = characters[i] ?? "";
  if (/\p{M}/u.test(here)) return 0;
  const known = drawable(here, cut);
  // Not ours to measure: a guess on the wide side, so that the reader's font stays on the sheet.
  if (known === null) return 780;
  const glyph = outlines[cut][known];
  const pair = kerning[here + (characters[i + 1] ?? "")] ?? 0;
  return (glyph?.[0] ?? 500) + pair * kernScale[cut] + tracking[cut];
}

/** Width of a text in em. */
export function widthOf(text: string, cut: Cut): number {
  const characters = [...text];
  return characters.reduce((sum, _, i) => sum + step(characters, i, cut), -tracking[cut]) / 1000;
}

export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}

/** A line of text as outlines, its baseline starting at (x, y). */
export function lettering(text: string, cut: Cut, x: number, y: number, size: number, fill: string): string {
  if (!canDraw(text)) {
    const weight = cut === "small" ? 600 : 800;
    return `<text x="${n(x)}" y="${n(y)}" font-family="Noto Sans Devanagari,Noto Sans,sans-serif" font-weight="${weight}" font-size="${n(size)}" fill="${fill}">${escapeXml(text)}</text>`;
  }
  const characters = [...text];
  let at = 0;
  const paths = characters.map((character, i) => {
    const outline = outlines[cut][drawable(character, cut) ?? ""]?.[1];
    const drawn = outline ? `<path transform="translate(${n(at)})" d="${outline}"/>` : "";
    at += step(characters, i, cut);
    return drawn;
  });
  return `<g transform="translate(${n(x)} ${n(y)}) scale(${(size / 1000).toFixed(4)})" fill="${fill}">${paths.join("")}</g>`;
}
