import { createHash } from "node:crypto";
import sharp from "sharp";
import { lanes } from "~/server/lane";

/** Pictures kept, the last asked for longest: about 100 kB each. */
const KEPT = 100;
const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

/**
 * A drawing as PNG, for link previews: made once for the same drawing, two at a time, however many ask.
 * @throws AppError BUSY
 */
export function pngOf(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const key = createHash("sha256").update(svg).digest("base64url");
  const found = kept.get(key);
  const picture = found ?? lanes.drawing.run(() => draw(svg));
  kept.delete(key);
  kept.set(key, picture);
  if (!found) picture.catch(() => kept.delete(key));
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
  }
  return picture;
}

async function draw(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await sharp(Buffer.from(svg)).png({ palette: true }).toBuffer());
}
