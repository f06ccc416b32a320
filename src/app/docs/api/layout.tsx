import type { ReactNode } from "react";
import { Container } from "~/components/container";
import { SubNav } from "~/components/sub-nav";

const pages = [
  { href: "/docs/api", label: "Reference" },
  { href: "/docs/api/quick-start", label: "Quick start" },
  { href: "/docs/api/webhooks", label: "Webhooks" },
];

export default function ApiDocsLayout({ children }: { children: ReactNode }) {
  return (
    <Container className="pb-24">
      <SubNav label="Documentation" items={pages} />
      {children}
    </Container>
  );
}
