"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { Container } from "./container";
import { LogoMark } from "./logo";

const columns = [
  {
    title: "Aisle",
    links: [
      { href: "/events", label: "All events" },
      { href: "/about", label: "About" },
      { href: "/contact", label: "Contact" },
    ],
  },
  {
    title: "Your account",
    links: [
      { href: "/my-bookings", label: "My bookings" },
      { href: "/saved", label: "Saved events" },
      { href: "/profile", label: "Profile" },
    ],
  },
  {
    title: "Good to know",
    links: [
      { href: "/help", label: "Help" },
      { href: "/refunds", label: "Refund policy" },
      { href: "/terms", label: "Terms" },
      { href: "/privacy", label: "Privacy" },
    ],
  },
];

/** Where a page is one task (the map, the payment), nothing stands below it. */
const quietPaths = ["/booking/", "/payment/"];

/** The end of a page. */
export function SiteFooter() {
  const pathname = usePathname();
  if (quietPaths.some((path) => pathname.startsWith(path))) return null;
  return (
    <footer className="border-line mt-24 border-t">
      <Container className="grid gap-10 py-12 md:grid-cols-[1.4fr_2fr]">
        <div className="flex items-start gap-4">
          <LogoMark className="size-10! shrink-0" />
          <p className="text-ink-soft max-w-xs text-sm">
            Tickets for seats. You choose the seat, you see the whole price, and nobody else gets sold what is
            yours.
          </p>
        </div>
        <nav aria-label="Footer" className="grid grid-cols-2 gap-x-6 gap-y-8 sm:grid-cols-3">
          {columns.map(({ title, links }) => (
            <div key={title}>
              <p className="text-ink-soft text-sm">{title}</p>
              <ul className="mt-1">
                {links.map(({ href, label }) => (
                  <li key={href}>
                    <Link href={href} prefetch={false} className="inline-flex min-h-11 items-center text-sm underline-offset-4 hover:underline">
                      {label}
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
      </Container>
    </footer>
  );
}
