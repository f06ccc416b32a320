import { TRPCError } from "@trpc/server";
import { posterSvg, type PosterVariant } from "~/posters/poster";
import { formatWhen } from "~/lib/dates";
import { pngOf } from "~/server/http/kept-pictures";
import { route } from "~/server/http/route";
import { api } from "~/trpc/server";

/** The files an event's poster comes in: drawings for pages, a picture for link previews. */
const files = new Map<string, { variant: PosterVariant; type: "svg" | "png" }>([
  ["poster.svg", { variant: "poster", type: "svg" }],
  ["square.svg", { variant: "square", type: "svg" }],
  ["banner.svg", { variant: "banner", type: "svg" }],
  ["banner.png", { variant: "banner", type: "png" }],
]);

type Context = { params: Promise<{ id: string; file: string }> };

const day = 86_400;

/** `/posters/{event id}/poster.svg` and its sisters. 404 for unknown events, files and others' drafts. */
export const GET = route("file", async (_request, { params }: Context) => {
  const { id, file } = await params;
  const wanted = files.get(file);
  if (!wanted) return new Response("No such file.", { status: 404 });

  const event = await api.event.posterFacts({ id }).catch(nobody);
  if (!event) return new Response("No such event.", { status: 404 });

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
  };
  if (wanted.type === "svg")
    return new Response(svg, { headers: { ...headers, "content-type": "image/svg+xml; charset=utf-8" } });
  return new Response(await pngOf(svg), { headers: { ...headers, "content-type": "image/png" } });
});

function nobody(error: unknown): null {
  if (error instanceof TRPCError && ["NOT_FOUND", "BAD_REQUEST"].includes(error.code)) return null;
  throw error;
}
