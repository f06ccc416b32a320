"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { Container } from "./container";
import { LogoMark } from "./logo";

const links = [
  { href: "/events", label: "All events" },
  { href: "/my-bookings", label: "My bookings" },
  { href: "/profile", label: "Profile" },
];

/** Where a page is one task (the map, the payment), nothing stands below it. */
const quietPaths = ["/booking/", "/payment/"];

/** The end of a page. */
export function SiteFooter() {
  const pathname = usePathname();
  if (quietPaths.some((path) => pathname.startsWith(path))) return null;
  return (
    <footer className="border-line mt-24 border-t">
      <Container className="flex flex-col gap-8 py-12 sm:flex-row sm:items-end sm:justify-between">
        <div className="flex items-start gap-4">
          <LogoMark className="size-10! shrink-0" />
          <p className="text-ink-soft max-w-xs text-sm">
            Tickets for seats. You choose the seat, you see the whole price, and nobody else gets sold what is
            yours.
          </p>
        </div>
        <nav aria-label="Footer">
          <ul className="flex flex-wrap gap-x-6">
            {links.map(({ href, label }) => (
              <li key={href}>
                <Link
                  href={href}
                  className="inline-flex min-h-11 items-center text-sm underline-offset-4 hover:underline"
                >
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </Container>
    </footer>
  );
}
