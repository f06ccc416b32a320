import { route } from "~/server/http/route";

const icon = (size: number) => ({ src: `/icon-${size}.png`, sizes: `${size}x${size}`, type: "image/png" });

/** One's tickets as an app on the phone: it opens at the door of the hall, network or not. */
export const GET = route("file", () =>
  Response.json(
    {
      id: "/tickets",
      name: "Aisle: your tickets",
      short_name: "Tickets",
      start_url: "/tickets",
      scope: "/",
      display: "standalone",
      background_color: "#fcf9f6",
      theme_color: "#fcf9f6",
      icons: [icon(192), icon(512), { ...icon(512), purpose: "maskable" }],
    },
    { headers: { "content-type": "application/manifest+json" } },
  ),
);
