import type { MetadataRoute } from "next";

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: "Aisle: tickets for the seat you choose",
    short_name: "Aisle",
    start_url: "/",
    display: "standalone",
    shortcuts: [{ name: "Your tickets", short_name: "Tickets", url: "/tickets" }],
    background_color: "#fcf9f6",
    theme_color: "#fcf9f6",
    icons: [
      { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}
