import type { Metadata } from "next";
import { keepingLimits } from "~/domain/keeping";
import { env } from "~/env";
import { Help } from "~/features/info/help";

export const metadata: Metadata = { title: "Help", description: "How choosing seats, holding, paying, tickets and cancelling work at Aisle.", alternates: { canonical: "/help" } };

const minutes = (seconds: number) => Math.ceil(seconds / 60);

export default function HelpPage() {
  const { atMost, pauses, events } = keepingLimits(env.SEAT_HOLD_TTL, env.BOOKING_TTL);
  const keeping = { keepMinutes: minutes(atMost), pauseMinutes: minutes(pauses[0]!), events };
  return <Help limit={env.MAX_SEATS_PER_USER} holdMinutes={Math.round(env.SEAT_HOLD_TTL / 60)} {...keeping} />;
}
