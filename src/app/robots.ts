import type { MetadataRoute } from "next";
import { env } from "~/env";

// The shop's address is known where it runs, not where it is built.
export const dynamic = "force-dynamic";

export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: "*", allow: ["/", "/posters/"], disallow: ["/api/", "/booking/", "/payment/", "/tickets/", "/my-bookings", "/saved", "/profile", "/notifications", "/organizer/", "/admin", "/door/", "/reset-password", "/verify-email"] },
    sitemap: `${env.APP_URL}/sitemap.xml`,
  };
}
