import { nanoid } from "nanoid";
import sharp from "sharp";
import { AppError } from "~/domain/errors";
import { mayOrganize, personOf, type Actor } from "~/domain/permissions";
import type { Db } from "~/server/db/db";
import type { FileStorage } from "~/server/gateways/storage";
import { lanes } from "~/server/lane";
import { rateLimit } from "~/server/rate-limit";
import { pictureUrl } from "./picture-url";

/** Bytes that a picture may have as it comes. */
export const MAX_PICTURE_BYTES = 8 * 1024 * 1024;

const LONGEST_SIDE = 2_000;
const MOST_PIXELS = 50_000_000;
/** How a JPEG, PNG, GIF or WebP begins: no other reader is let near a stranger's bytes. */
const beginnings = [/^\xff\xd8\xff/, /^\x89PNG\r\n\x1a\n/, /^GIF8[79]a/, /^RIFF[^]{4}WEBP/];

/**
 * Keeps an organizer's picture: judged by its content, not by its name; drawn anew as WebP, so that nothing but
 * pixels survives (no place, no camera, no code), upright and 2,000 pixels at the longest side.
 * @returns its address on this shop
 * @throws AppError FORBIDDEN, RATE_LIMITED, BUSY; INVALID_INPUT where it is too large or no picture
 */
export async function savePicture(input: { db: Db; actor: Actor; storage: FileStorage; bytes: Uint8Array }) {
  const { db, actor, storage, bytes } = input;
  if (!mayOrganize(actor)) throw new AppError("FORBIDDEN", "Only organizers add pictures.");
  await rateLimit({ db, name: "upload", key: personOf(actor), points: 60, seconds: 3_600 });
  if (bytes.length > MAX_PICTURE_BYTES) throw tooLarge();
  const picture = await lanes.pictures.run(() => redraw(bytes));
  const key = `${nanoid(20)}.webp`;
  await storage.put(key, picture.data);
  return { url: pictureUrl(key), width: picture.info.width, height: picture.info.height };
}

/** What is said of a picture that has too many bytes. */
export function tooLarge(): AppError {
  return new AppError("INVALID_INPUT", "That picture is larger than 8 MB. Please choose a smaller one.");
}

async function redraw(bytes: Uint8Array) {
  try {
    // An SVG is a program, a PDF a document: only what is pixels already.
    const beginning = Buffer.from(bytes.subarray(0, 12)).toString("latin1");
    if (!beginnings.some((known) => known.test(beginning))) throw new Error("no picture");
    return await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error" })
      .rotate()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: "inside", withoutEnlargement: true })
      .webp({ quality: 82 })
      .toBuffer({ resolveWithObject: true });
  } catch (cause) {
    const sentence = "We could not read that as a picture. Please choose a JPEG, PNG or WebP file.";
    throw new AppError("INVALID_INPUT", sentence, { cause });
  }
}
