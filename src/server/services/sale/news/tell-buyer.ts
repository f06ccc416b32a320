import { formatPaise } from "~/domain/money";
import type { Tx } from "~/server/db/db";
import { bookingFacts, type BookingFacts } from "./booking-facts";

export type BookingNews =
  | "booking-confirmed"
  | "booking-cancelled"
  | "event-cancelled"
  | "booking-called-off"
  | "payment-late"
  | "payment-second"
  | "payment-unbooked"
  | "payment-lapsed"
  | "refund-done"
  | "refund-partial";

type News = {
  bookingId: string;
  news: BookingNews;
  /** Paise that go back. */
  refundPaise?: number;
  /** Tells two such facts of one booking apart: a payment's or refund's id. */
  about?: string;
  /** Of money that came too late: what was gone by then. */
  gone?: Gone;
  /** Why the organizer ended it, in their own words. */
  reason?: string;
};

export type Gone = "the seats" | "the limit" | "the event";

/**
 * Writes a notification and a mail about a booking in the transaction that decided it; both leave after the
 * commit. The same fact is told once, however often it is found.
 */
export async function tellBuyer(tx: Tx, { bookingId, ...told }: News): Promise<void> {
  const { userId, type, title, body, href, dedupeKey, recipient, payload } = messageAbout(await bookingFacts(tx, bookingId), told);
  await tx.notification.createMany({ data: [{ userId, type, title, body, href, dedupeKey }], skipDuplicates: true });
  await tx.outboxMessage.createMany({
    data: [{ template: type, recipient, userId, payload, dedupeKey: `mail:${dedupeKey}` }],
    skipDuplicates: true,
  });
}

/** What a notification and a mail about a booking say, for whoever writes them. */
export function messageAbout(facts: BookingFacts, { news, refundPaise = 0, about, gone = "the seats", reason }: Omit<News, "bookingId">) {
  const { bookingId, userId, eventTitle: event, bookingNumber: number, totalPaise } = facts;
  const { title, body } = words(news, { event, number, money: formatPaise(refundPaise), refundPaise, totalPaise, gone, reason });
  return {
    userId,
    type: news,
    title,
    body,
    href: hrefOf(news, bookingId),
    dedupeKey: [news, bookingId, about].filter(Boolean).join(":"),
    recipient: facts.email,
    // Where to park is for who comes.
    payload: { ...facts, note: news === "booking-confirmed" ? facts.note : null, title, body, refundPaise },
  };
}

function hrefOf(news: BookingNews, bookingId: string): string {
  return news === "payment-late" || news === "payment-unbooked" ? `/payment/${bookingId}` : `/my-bookings?booking=${bookingId}`;
}

type Words = { event: string; number: string; money: string; refundPaise: number; totalPaise: number; gone: Gone; reason?: string };

const late: Record<Gone, string> = {
  "the seats": "your seats were gone",
  "the limit": "you had as many tickets as one person may have",
  "the event": "the event could not be booked any more",
};

/** The organizer's own words, as theirs; nothing where they gave none. */
function because({ reason }: Words): string {
  return reason ? `The reason they give: “${reason}” ` : "";
}

/** What goes back of a booking that its organizer ended: all that had not gone back before. */
function allBack({ number, money, refundPaise, totalPaise }: Words): string {
  if (totalPaise === 0) return `Booking ${number} cost nothing, so nothing goes back.`;
  if (refundPaise === 0) return `All you paid for booking ${number} has gone back before.`;
  const all = refundPaise < totalPaise ? "what was left of what you paid" : "all you paid";
  return `${money} for booking ${number}, ${all}, goes back to the way you paid.`;
}

/** What goes back of a booking that its buyer gave up. */
function shareBack({ money, refundPaise, totalPaise }: Words): string {
  if (totalPaise === 0) return "It cost nothing, so nothing goes back.";
  if (refundPaise === 0) return "By the terms it was bought under, nothing goes back.";
  return `${money} goes back to the way you paid, usually within 5 to 7 working days.`;
}

function words(news: BookingNews, about: Words): { title: string; body: string } {
  const { event, number, money } = about;
  switch (news) {
    case "booking-confirmed":
      return { title: `You are going to ${event}`, body: `Booking ${number} is confirmed. Your tickets are ready.` };
    case "booking-cancelled":
      return {
        title: `Your booking for ${event} is cancelled`,
        body: `Booking ${number} is cancelled. ${shareBack(about)}`,
      };
    case "event-cancelled":
      return {
        title: `${event} will not take place`,
        body: `The organizer has cancelled it. ${because(about)}${allBack(about)}`,
      };
    case "booking-called-off":
      return {
        title: `Your booking for ${event} was cancelled by its organizer`,
        body: `${because(about)}${allBack(about)}`,
      };
    case "payment-late":
      return {
        title: `Your payment for ${event} came too late`,
        body: `When your bank confirmed it, ${late[about.gone]}. All of it, ${money}, goes back to the way you paid.`,
      };
    case "payment-second":
      return {
        title: `You paid twice for ${event}`,
        body: `Booking ${number} is confirmed with your first payment. The second, ${money}, goes back to the way you paid.`,
      };
    case "payment-unbooked":
      return {
        title: `A payment for ${event} goes back`,
        body: `It could not be used for booking ${number}. All of it, ${money}, goes back to the way you paid.`,
      };
    case "payment-lapsed":
      return {
        title: `Your bank took the payment for ${event} back`,
        body: `Booking ${number} could not be paid and is cancelled. No money has left your account.`,
      };
    case "refund-done":
      return { title: `${money} is on its way to you`, body: `The refund for booking ${number}, ${event}, has been handed to your bank.` };
    case "refund-partial":
      return { title: `${money} goes back to you`, body: `The organizer of ${event} gives back a part of what booking ${number} cost.` };
  }
}
