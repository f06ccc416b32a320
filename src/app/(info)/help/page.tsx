import type { Metadata } from "next";
import { env } from "~/env";
import { Help } from "~/features/info/help";

export const metadata: Metadata = { title: "Help", description: "How choosing seats, holding, paying, tickets and cancelling work at Aisle.", alternates: { canonical: "/help" } };

export default function HelpPage() {
  return <Help limit={env.MAX_SEATS_PER_USER} holdMinutes={Math.round(env.SEAT_HOLD_TTL / 60)} />;
}
