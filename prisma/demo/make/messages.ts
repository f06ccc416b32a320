import { formatPaise } from "../../../src/domain/money";
import { bookingFacts } from "../../../src/server/services/sale/news/booking-facts";
import type { MadeEvent } from "./events";
import { insertRows } from "./insert";
import type { People } from "./people";
import type { Seeding } from "./seeding";
import { DAY_MS, HOUR_MS } from "./when";

type Told = {
  type: string;
  title: string;
  body: string;
  booking: string;
  createdAt: Date;
  read: boolean;
  href?: string;
  /** What the product would know it by; by type and booking unless said. */
  key?: string;
  refundPaise?: number;
};

/** What the bell shows the demo buyer, and the mails that went with it: in the outbox as sent long ago. */
export async function makeMessages(
  seeding: Seeding,
  people: People,
  events: MadeEvent[],
  bookings: Map<string, { id: string; bookingNumber: string }>,
): Promise<void> {
  const { tx, now, random } = seeding;
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS - 5 * HOUR_MS + 4 * 60_000);
  const event = (key: string) => events.find((one) => one.demo.key === key)!;
  const title = (key: string) => event(key).demo.title;
  const of = (key: string) => bookings.get(key)!;
  const refunds = await tx.refund.findMany({ where: { bookingId: of("veena").id } });
  const refundPaise = refunds.reduce((sum, refund) => sum + refund.amountPaise, 0);
  const refunded = formatPaise(refundPaise);
  const confirmed = (key: string, daysAgo: number, read: boolean): Told => ({
    type: "booking-confirmed",
    title: `You are going to ${title(key)}`,
    body: `Booking ${of(key).bookingNumber} is confirmed. Your tickets are ready.`,
    booking: of(key).id,
    createdAt: ago(daysAgo),
    read,
  });
  const over = event("society-meeting").endsAt.getTime();
  const told: Told[] = [
    confirmed("dhrupad", 34, true),
    confirmed("society-meeting", 22, true),
    confirmed("night-buses", 11, true),
    confirmed("veena", 9, true),
    confirmed("virar", 4, false),
    {
      type: "booking-cancelled",
      title: `Your booking for ${title("veena")} is cancelled`,
      body: `Booking ${of("veena").bookingNumber} is cancelled. ${refunded} goes back to the way you paid, usually within 5 to 7 working days.`,
      booking: of("veena").id,
      createdAt: ago(3),
      read: true,
      refundPaise,
    },
    {
      type: "refund-done",
      title: `${refunded} is on its way to you`,
      body: `The refund for booking ${of("veena").bookingNumber}, ${title("veena")}, has been handed to your bank.`,
      booking: of("veena").id,
      createdAt: new Date(ago(3).getTime() + 60_000),
      read: false,
      refundPaise,
    },
    {
      type: "review-request",
      title: `How was ${title("society-meeting")}?`,
      body: "You were there. A few words help others choose their evening.",
      booking: of("society-meeting").id,
      createdAt: new Date(over + Math.min(now.getTime() - over, HOUR_MS)),
      read: true,
      href: `/events/${event("society-meeting").id}#reviews`,
      key: `review-request:once:${event("society-meeting").id}:${people.named.buyer!.id}`,
    },
  ];
  const userId = people.named.buyer!.id;
  const keyOf = ({ type, booking, key }: Told) => key ?? `${type}:${booking}`;
  await insertRows(
    tx,
    "Notification",
    told.map((one) => ({
      id: random.uuid(one.createdAt),
      userId,
      type: one.type,
      title: one.title,
      body: one.body,
      href: one.href ?? `/my-bookings?booking=${one.booking}`,
      dedupeKey: keyOf(one),
      readAt: one.read ? new Date(one.createdAt.getTime() + Math.min(2 * HOUR_MS, now.getTime() - one.createdAt.getTime())) : null,
      createdAt: one.createdAt,
    })),
  );
  const mails = [];
  for (const one of told) {
    const facts = await bookingFacts(tx, one.booking);
    mails.push({
      id: random.uuid(one.createdAt),
      template: one.type,
      recipient: facts.email,
      userId,
      payload: { ...facts, title: one.title, body: one.body, refundPaise: one.refundPaise ?? 0 },
      dedupeKey: `mail:${keyOf(one)}`,
      status: "SENT",
      attempts: 1,
      nextAttemptAt: one.createdAt,
      sentAt: new Date(one.createdAt.getTime() + 20_000),
      createdAt: one.createdAt,
    });
  }
  await insertRows(tx, "OutboxMessage", mails);
}
