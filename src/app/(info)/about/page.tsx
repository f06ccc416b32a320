import type { Metadata } from "next";
import { About } from "~/features/info/about";

export const metadata: Metadata = { title: "About", description: "What Aisle is, and what it promises to who buys tickets here.", alternates: { canonical: "/about" } };

export default function AboutPage() {
  return <About />;
}
