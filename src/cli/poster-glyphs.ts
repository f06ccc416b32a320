/**
 * Writes src/posters/glyphs.json: the outlines of the posters' lettering, so that a poster is the same
 * drawing in a page, in an img element and in a link preview, on machines without a single font.
 * Run it again only when the typeface changes: `npx tsx src/cli/poster-glyphs.ts`.
 */
import fontkit from "@pdf-lib/fontkit";
import { readFileSync, writeFileSync } from "node:fs";

const file =
  "node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-standard-normal.woff2";

const ascii = Array.from({ length: 95 }, (_, i) => String.fromCodePoint(32 + i)).join("");
const characters = [...ascii, ..."ÀÁÂÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖØÙÚÛÜßàáâäåæçèéêëìíîïñòóôöøùúûü–—‘’“”…·×°"];

const cuts = {
  condensed: { wght: 800, wdth: 75, opsz: 96 },
  normal: { wght: 800, wdth: 100, opsz: 96 },
  small: { wght: 600, wdth: 92, opsz: 16 },
};

type Point = { x: number; y: number; onCurve: boolean; endContour: boolean; copy(): Point };
type Component = { glyphID: number; dx: number; dy: number };
type Outline = {
  numberOfContours: number;
  xMin: number;
  yMax: number;
  points?: Point[];
  components?: Component[];
};

/* eslint-disable @typescript-eslint/no-explicit-any -- fontkit's types leave out what variation of a WOFF2 needs. */
const open = () => (fontkit as any).create(readFileSync(file)) as any;
const font = open();

/** fontkit cannot vary a WOFF2 font; this gives its processor the coordinates and moves the points ourselves. */
function cutOf(coordinates: Record<string, number>) {
  const varied = open();
  varied.variationCoords = varied.fvar.axis.map(
    (axis: any) => coordinates[axis.axisTag.trim()] ?? axis.defaultValue,
  );
  const processor = varied._variationProcessor;
  font.getGlyph(1).path; // decodes the glyf table once
  const makePoint = (x: number, y: number): Point => ({
    x,
    y,
    onCurve: true,
    endContour: true,
    copy: () => makePoint(x, y),
  });

  function contours(glyphId: number): { points: Point[]; advance: number } {
    const outline: Outline | undefined = font._transformedGlyphs[glyphId];
    const base = font.getGlyph(glyphId);
    const advance: number = base.advanceWidth;
    const phantoms = [makePoint(0, 0), makePoint(advance, 0), makePoint(0, 0), makePoint(0, 0)];
    const moving: Point[] = outline?.components
      ? outline.components.map((c) => makePoint(c.dx, c.dy))
      : (outline?.points ?? []).map((p) => p.copy());
    const ends = outline?.points?.map((p) => p.endContour) ?? [];
    const all = [...moving, ...phantoms];
    processor.transformPoints(glyphId, all);
    const [left, right] = all.slice(-4) as [Point, Point];
    const shift = -left.x;
    const varied_ = outline?.components
      ? outline.components.flatMap((c, i) => {
          const at = all[i]!;
          return contours(c.glyphID).points.map((p) => ({ ...p, x: p.x + at.x, y: p.y + at.y }));
        })
      : moving.map((p, i) => ({ ...p, endContour: ends[i] ?? false }));
    return { points: varied_.map((p) => ({ ...p, x: p.x + shift })), advance: Math.round(right.x - left.x) };
  }
  return contours;
}

const n = (value: number) => String(Math.round(value));

/** TrueType points (quadratics with implied on-curve points) to a path; y grows downwards as in SVG. */
function toPath(points: Point[]): string {
  const loops: Point[][] = [[]];
  for (const point of points) {
    loops.at(-1)!.push(point);
    if (point.endContour) loops.push([]);
  }
  const middle = (a: Point, b: Point) => ({ ...a, x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, onCurve: true });
  return loops
    .filter((loop) => loop.length > 1)
    .map((loop) => {
      const start = loop.findIndex((p) => p.onCurve);
      const ring =
        start < 0
          ? [middle(loop[0]!, loop.at(-1)!), ...loop]
          : [...loop.slice(start), ...loop.slice(0, start)];
      let path = `M${n(ring[0]!.x)} ${n(-ring[0]!.y)}`;
      for (let i = 1; i <= ring.length; i++) {
        const point = ring[i % ring.length]!;
        if (point.onCurve) {
          if (i < ring.length) path += `L${n(point.x)} ${n(-point.y)}`;
          continue;
        }
        const next = ring[(i + 1) % ring.length]!;
        const end = next.onCurve ? next : middle(point, next);
        path += `Q${n(point.x)} ${n(-point.y)} ${n(end.x)} ${n(-end.y)}`;
        if (next.onCurve) i++;
      }
      return `${path}Z`;
    })
    .join("");
}

/** Pairs that stand closer or wider than their advances, in thousandths of an em. */
function kerning() {
  const letters = characters.filter((c) => /[A-Za-z0-9'’.,&:-]/.test(c));
  const alone = new Map(letters.map((c) => [c, font.layout(c).positions[0].xAdvance as number]));
  const pairs: Record<string, number> = {};
  for (const a of letters) {
    for (const b of letters) {
      const run = font.layout(a + b, { liga: false });
      if (run.glyphs.length !== 2) continue;
      const difference = run.positions[0].xAdvance - alone.get(a)!;
      if (Math.abs(difference) >= 8) pairs[a + b] = difference;
    }
  }
  return pairs;
}

const outlines = Object.fromEntries(
  Object.entries(cuts).map(([name, coordinates]) => {
    const contours = cutOf(coordinates);
    const glyphs = characters.map((character) => {
      const { points, advance } = contours(font.glyphForCodePoint(character.codePointAt(0)).id);
      return [character, [advance, toPath(points)]] as const;
    });
    return [name, Object.fromEntries(glyphs)];
  }),
);

writeFileSync("src/posters/glyphs.json", JSON.stringify({ ...outlines, kerning: kerning() }) + "\n");
