import type { Metadata } from "next";
import { env } from "~/env";
import { Terms } from "~/features/info/terms";

export const metadata: Metadata = { title: "Terms", description: "What you may expect of Aisle, and Aisle of you, in plain words.", alternates: { canonical: "/terms" } };

export default function TermsPage() {
  return <Terms limit={env.MAX_SEATS_PER_USER} />;
}
