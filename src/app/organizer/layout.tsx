import type { Metadata } from "next";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { Container } from "~/components/container";
import { SubNav } from "~/components/sub-nav";

export const metadata: Metadata = { robots: { index: false } };

const pages = [
  { href: "/organizer/dashboard", label: "Dashboard" },
  { href: "/organizer/venues", label: "Venues" },
  { href: "/organizer/coupons", label: "Coupons" },
  { href: "/organizer/invoices", label: "Invoices" },
  { href: "/organizer/api", label: "API" },
];

/** The organizer's frame. Each page asks for itself who may see it. */
export default function OrganizerLayout({ children }: { children: ReactNode }) {
  return (
    <Container className="pb-24">
      <SubNav label="Organizer" items={pages} />
      <NuqsAdapter>{children}</NuqsAdapter>
    </Container>
  );
}
