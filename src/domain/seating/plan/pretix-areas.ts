import { read, type Point } from "./pretix-read";
import type { Decoration } from "./seating-plan";

/** Drawn things of one zone, in the plan file's pixels; `origin` is the zone's place. */
export function areasOf(areas: readonly unknown[], origin: Point, place: string): Decoration[] {
  return areas.flatMap((value, i): Decoration[] => {
    const where = `${place}, area ${i + 1}`;
    const area = read.object(value, where);
    const at = read.position(area.position, where);
    const words = wordsOf(area.text);
    const [x, y] = [origin.x + at.x, origin.y + at.y];
    const outline = polygonOf(area, where);
    const shape = outline ? boxOf(outline) : sizeOf(area, where);
    const own = ownWords(area.aisle);
    if (!shape) return words ? [{ kind: "text", x, y, size: own.size ?? 16, text: words }] : [];
    const rotation = read.number(area.rotation, where, "rotation", 0) % 360;
    const { width, height } = shape;
    const more = {
      ...(rotation && { rotation }),
      ...(words && { label: words }),
    };
    const box = { x: x + shape.left, y: y + shape.top, width, height };
    const kind = own.kind ?? kindOf(words);
    if (kind && kind !== "area") return [{ kind, ...box, ...more }];
    const colour = colourOf(area.color);
    const form = outline
      ? { outline: outline.map((point) => ({ x: point.x - shape.left, y: point.y - shape.top })) }
      : { ...(shape.round && { round: true }) };
    return [{ kind: "area", ...box, ...more, ...form, ...(colour && { colour }) }];
  });
}

type Shape = { left: number; top: number; width: number; height: number; round?: boolean };

/** The schema says width and height; editors write `rectangle`, or a `circle` or `ellipse` round its position. */
function sizeOf(area: Record<string, unknown>, where: string): Shape | null {
  const round = (x: number, y: number): Shape => ({ left: -x, top: -y, width: x * 2, height: y * 2, round: true });
  if (isThere(area.circle)) {
    const radius = Math.abs(read.number(read.object(area.circle, where).radius, where, "radius"));
    return round(radius, radius);
  }
  if (isThere(area.ellipse)) {
    const radius = read.position(read.object(area.ellipse, where).radius, where);
    return round(Math.abs(radius.x), Math.abs(radius.y));
  }
  const box = isThere(area.rectangle) ? read.object(area.rectangle, where) : area;
  if (!isThere(box.width) || !isThere(box.height)) return null;
  const [width, height] = [read.number(box.width, where, "width"), read.number(box.height, where, "height")];
  return { left: Math.min(0, width), top: Math.min(0, height), width: Math.abs(width), height: Math.abs(height) };
}

function polygonOf(area: Record<string, unknown>, where: string): Point[] | null {
  if (!isThere(area.polygon)) return null;
  const points = read.list(read.object(area.polygon, where).points, where, "points");
  if (points.length < 3) return null;
  return points.slice(0, 200).map((point) => read.position(point, where, true));
}

function boxOf(points: readonly Point[]): Shape {
  const [xs, ys] = [points.map((point) => point.x), points.map((point) => point.y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

const kinds = ["stage", "screen", "pitch", "ring", "area"] as const;

/** What our own export says beside pretix's words. */
function ownWords(value: unknown): { kind?: (typeof kinds)[number]; size?: number } {
  if (typeof value !== "object" || value === null) return {};
  const { kind, size } = value as Record<string, unknown>;
  return {
    kind: kinds.find((known) => known === kind),
    ...(typeof size === "number" && size > 0 && size < 10_000 && { size }),
  };
}

function isThere(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function wordsOf(text: unknown): string {
  const words = typeof text === "object" && text !== null ? (text as { text?: unknown }).text : text;
  return typeof words === "string" ? words.trim().slice(0, 60) : "";
}

function colourOf(colour: unknown): string | null {
  return typeof colour === "string" && /^#[\da-f]{3}([\da-f]{3})?$/i.test(colour) ? colour : null;
}

/** What everybody looks at is drawn as such; anything else is an area with a name. */
function kindOf(words: string): "stage" | "screen" | "pitch" | null {
  if (/screen|leinwand/i.test(words)) return "screen";
  if (/pitch|field|ground|court/i.test(words)) return "pitch";
  return /stage|b(ü|ue)hne|podium|altar|ring/i.test(words) ? "stage" : null;
}
