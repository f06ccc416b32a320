import { read, type Point } from "./pretix-read";
import type { Decoration } from "./seating-plan";

/** Drawn things of one zone, in the plan file's pixels; `origin` is the zone's place. */
export function areasOf(areas: readonly unknown[], origin: Point, place: string): Decoration[] {
  return areas.flatMap((value, i): Decoration[] => {
    const where = `${place}, area ${i + 1}`;
    const area = read.object(value, where);
    const at = read.position(area.position, where);
    const words = wordsOf(area.text);
    const shape = sizeOf(area, where);
    const [x, y] = [origin.x + at.x, origin.y + at.y];
    if (!shape) return words ? [{ kind: "text", x, y, size: 16, text: words }] : [];
    const rotation = read.number(area.rotation, where, "rotation", 0) % 360;
    const { width, height } = shape;
    const corner = shape.centred ? { x: x - width / 2, y: y - height / 2 } : { x, y };
    const kind = kindOf(words);
    return [
      { kind, ...corner, width, height, ...(rotation && { rotation }), ...(words && { label: words }) },
    ];
  });
}

/** The schema says width and height; the editor writes `rectangle` or an `ellipse` round its position. */
function sizeOf(area: Record<string, unknown>, where: string) {
  if (area.ellipse !== undefined) {
    const radius = read.position(read.object(area.ellipse, where).radius, where);
    return { width: radius.x * 2, height: radius.y * 2, centred: true };
  }
  const box = area.rectangle === undefined ? area : read.object(area.rectangle, where);
  if (box.width === undefined || box.height === undefined) return null;
  const [width, height] = [read.number(box.width, where, "width"), read.number(box.height, where, "height")];
  return { width: Math.abs(width), height: Math.abs(height), centred: false };
}

function wordsOf(text: unknown): string {
  const words = typeof text === "object" && text !== null ? (text as { text?: unknown }).text : text;
  return typeof words === "string" ? words.trim().slice(0, 60) : "";
}

function kindOf(words: string): "stage" | "screen" | "pitch" {
  if (/screen|leinwand/i.test(words)) return "screen";
  return /pitch|field|ground|court/i.test(words) ? "pitch" : "stage";
}
