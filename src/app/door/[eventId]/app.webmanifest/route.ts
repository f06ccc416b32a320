import { route } from "~/server/http/route";

type Context = { params: Promise<{ eventId: string }> };

/** One event's door as an app of its own on a phone. */
export const GET = route("file", async (_request, { params }: Context) => {
  const { eventId } = await params;
  const address = `/door/${encodeURIComponent(eventId)}`;
  const icon = (size: number) => ({ src: `/icon-${size}.png`, sizes: `${size}x${size}`, type: "image/png" });
  return Response.json(
    {
      id: address,
      name: "Aisle: the door",
      short_name: "Door",
      start_url: address,
      scope: "/door/",
      display: "standalone",
      orientation: "portrait",
      background_color: "#160f14",
      theme_color: "#160f14",
      icons: [icon(192), icon(512), { ...icon(512), purpose: "maskable" }],
    },
    { headers: { "content-type": "application/manifest+json" } },
  );
});
