import type { EventCategory } from "~/domain/event-state";
import { arrange, formats, titleRoom, type Arrangement, type PosterVariant } from "./layout";
import { capHeight, escapeXml, lettering, widthOf } from "./lettering";
import type { Motif } from "./motif";
import { comedy } from "./motif-comedy";
import { concert } from "./motif-concert";
import { conference } from "./motif-conference";
import { movie } from "./motif-movie";
import { other } from "./motif-other";
import { sports } from "./motif-sports";
import { theater } from "./motif-theater";
import { palettes } from "./palettes";
import { hashOf, randomFrom, type Random } from "./random";
import { rect } from "./shapes";
import { drawTitle, setTitle, type Setting } from "./title";

export type { PosterVariant } from "./layout";

/** The random end of a slug: it tells two runs of one show apart, and they share a poster. */
const slugEnd = /-[2-9a-hjkmnp-z]{6}$/;

/** Changes every drawing at once. This one lets the demo catalogue hang well: few neighbours share inks or motif. */
const edition = "11169";

/** What a poster is drawn from. `subtitle` and `dateLine` are the small print. */
export type PosterInput = {
  slug: string;
  title: string;
  category: EventCategory;
  subtitle?: string | null;
  dateLine?: string | null;
  variant?: PosterVariant;
};

const motifs: Record<EventCategory, readonly [Motif, ...Motif[]]> = {
  CONCERT: concert,
  SPORTS: sports,
  THEATER: theater,
  MOVIE: movie,
  COMEDY: comedy,
  CONFERENCE: conference,
  OTHER: other,
};

/**
 * Draws an event's poster as a standalone SVG. Pure: the slug alone decides palette, motif, arrangement and
 * every random choice, so an event keeps its poster; letters are outlines, so no font is needed to show it.
 */
export function posterSvg({
  slug,
  title,
  category,
  subtitle,
  dateLine,
  variant = "poster",
}: PosterInput): string {
  const { width, height } = formats[variant];
  const random = randomFrom(`${slug.replace(slugEnd, "")}/${edition}`);
  const inks = random.pick(palettes);
  const motif = random.pick(motifs[category]);
  const setting = random.pick<Setting>(["block", "block", "flush", "sentence"]);
  const arrangement = arrangementFor(title, variant, random);
  const print = [subtitle, dateLine].filter((text): text is string => Boolean(text));

  const size = Math.min(width, height) * 0.034;
  const baseline = (i: number) => size * (capHeight + i * 1.35);
  const printHeight = print.length ? baseline(print.length - 1) : 0;
  const room = titleRoom(arrangement, width, height, printHeight);
  const block = setTitle(
    title,
    arrangement === "giant" ? "block" : setting,
    room.width,
    room.height,
    room.largest,
  );
  const {
    art,
    title: at,
    print: foot,
    turned,
  } = arrange(arrangement, width, height, block.height, printHeight);

  const clip = `art-${hashOf(slug + variant).toString(36)}`;
  const smallPrint = print.map((text, i) =>
    fitted(text, foot.x, foot.y + baseline(i), size, foot.width, inks.type),
  );
  const letters = drawTitle(block, at.x, at.y, inks.type) + smallPrint.join("");
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeXml(title)}">` +
    `<clipPath id="${clip}">${rect(art.x, art.y, art.w, art.h, "#000")}</clipPath>` +
    rect(0, 0, width, height, inks.ground) +
    `<g clip-path="url(#${clip})">${motif(art, inks, random)}</g>` +
    (turned ? `<g transform="translate(0 ${height}) rotate(-90)">${letters}</g>` : letters) +
    `</svg>`
  );
}

/** Short titles may climb the side, long ones may be most of the sheet; a banner has one arrangement only. */
function arrangementFor(title: string, variant: PosterVariant, random: Random): Arrangement {
  const words = title.split(/\s+/).length;
  const chosen = random.pick<Arrangement>([
    "below",
    "above",
    "framed",
    words >= 3 ? "giant" : "below",
    title.length <= 18 ? "side" : "above",
  ]);
  if (variant === "banner") return "banner";
  return variant === "square" && chosen === "giant" ? "below" : chosen;
}

/** Small print, cut with an ellipsis where it would run off the sheet. */
function fitted(text: string, x: number, y: number, size: number, width: number, fill: string): string {
  let shown = text;
  while (shown.length > 1 && widthOf(shown, "small") * size > width)
    shown = `${shown.slice(0, -2).trimEnd()}…`;
  return lettering(shown, "small", x, y, size, fill);
}

/** The picture's size in units, for the width and height of an img element. */
export function posterSize(variant: PosterVariant): { width: number; height: number } {
  return formats[variant];
}
