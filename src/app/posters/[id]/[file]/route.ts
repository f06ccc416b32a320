import sharp from "sharp";
import { posterSvg, type PosterVariant } from "~/posters/poster";
import { formatWhen } from "~/lib/dates";
import { orNotFound } from "~/trpc/or-not-found";
import { api } from "~/trpc/server";

/** The files an event's poster comes in: drawings for pages, a picture for link previews. */
const files = new Map<string, { variant: PosterVariant; type: "svg" | "png" }>([
  ["poster.svg", { variant: "poster", type: "svg" }],
  ["square.svg", { variant: "square", type: "svg" }],
  ["banner.svg", { variant: "banner", type: "svg" }],
  ["banner.png", { variant: "banner", type: "png" }],
]);

const day = 86_400;

/** `/posters/{event id}/poster.svg` and its sisters. 404 for unknown events, files and others' drafts. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string; file: string }> }) {
  const { id, file } = await params;
  const wanted = files.get(file);
  if (!wanted) return new Response("No such file.", { status: 404 });

  const event = await orNotFound(api.event.posterFacts({ id }));

  const svg = posterSvg({
    slug: event.slug,
    title: event.title,
    category: event.category,
    subtitle: event.artist ?? event.subtitle,
    dateLine: `${formatWhen(event.startsAt, { timeZone: event.venue.timeZone })} · ${event.venue.city}`,
    variant: wanted.variant,
  });
  const headers = {
    "cache-control": event.isPublic
      ? `public, max-age=${day}, stale-while-revalidate=${7 * day}`
      : "private, no-store",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
    "x-content-type-options": "nosniff",
  };
  if (wanted.type === "svg")
    return new Response(svg, { headers: { ...headers, "content-type": "image/svg+xml; charset=utf-8" } });
  const png = await sharp(Buffer.from(svg)).png({ palette: true }).toBuffer();
  return new Response(new Uint8Array(png), { headers: { ...headers, "content-type": "image/png" } });
}
