import type { Metadata } from "next";
import { Refunds } from "~/features/info/refunds";

export const metadata: Metadata = { title: "Refund policy", description: "When money comes back, how much of it, and when it arrives.", alternates: { canonical: "/refunds" } };

export default function RefundsPage() {
  return <Refunds />;
}
