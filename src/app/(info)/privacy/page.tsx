import type { Metadata } from "next";
import { Privacy } from "~/features/info/privacy";

export const metadata: Metadata = { title: "Privacy", description: "What Aisle keeps about you, what for, and how to see or delete it.", alternates: { canonical: "/privacy" } };

export default function PrivacyPage() {
  return <Privacy />;
}
