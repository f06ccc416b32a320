import type { MetadataRoute } from "next";
import { env } from "~/env";
import { api } from "~/trpc/server";

// It is read from the database: there is none while the shop is built.
export const dynamic = "force-dynamic";

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const events = await api.event.publicAddresses();
  const pages = ["/", "/events", "/help", "/refunds", "/about", "/contact", "/terms", "/privacy"];
  return [
    ...pages.map((path) => ({ url: `${env.APP_URL}${path}` })),
    ...events.map(({ id, updatedAt }) => ({ url: `${env.APP_URL}/events/${id}`, lastModified: updatedAt })),
  ];
}
