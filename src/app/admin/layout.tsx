import type { Metadata } from "next";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { Container } from "~/components/container";
import { SubNav } from "~/components/sub-nav";

export const metadata: Metadata = { title: "Admin", robots: { index: false } };

const pages = [
  { href: "/admin", label: "People" },
  { href: "/admin/events", label: "Events" },
  { href: "/organizer/venues", label: "Venues" },
  { href: "/organizer/coupons", label: "Coupons" },
  { href: "/admin/audit-log", label: "Audit log" },
  { href: "/admin/security", label: "Security" },
  { href: "/admin/integrity", label: "Integrity" },
  { href: "/admin/money", label: "Money list" },
  { href: "/admin/outbox", label: "Outbox" },
];

/** The admin's frame. Each page asks for itself who may see it. */
export default function AdminLayout({ children }: { children: ReactNode }) {
  return (
    <Container className="pb-24">
      <SubNav label="Admin" items={pages} />
      <NuqsAdapter>{children}</NuqsAdapter>
    </Container>
  );
}
