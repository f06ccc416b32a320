import { z } from "zod";
import { formatPaise } from "~/domain/money";
import { env } from "~/env";
import { formatWhen } from "~/lib/dates";

/** What a mail says, in an order that both its faces keep: HTML and plain text are drawn from the same. */
export type MailContent = {
  subject: string;
  /** What mailboxes show beside the subject. */
  preview: string;
  greeting: string | null;
  paragraphs: string[];
  facts: { label: string; value: string }[];
  /** Lines of a sum; the last is the total. */
  sums: { label: string; value: string }[];
  action: { label: string; url: string } | null;
  /** Below the line: why one got this. */
  footnote: string;
};

/** What every writer of the outbox gives; the booking's facts come as `bookingFacts` writes them. */
const payloadSchema = z.object({
  title: z.string(),
  body: z.string(),
  name: z.string().optional(),
  action: z.object({ label: z.string(), path: z.string() }).optional(),
  bookingId: z.string().optional(),
  bookingNumber: z.string().optional(),
  eventId: z.string().optional(),
  eventTitle: z.string().optional(),
  startsAt: z.string().optional(),
  timeZone: z.string().optional(),
  venue: z.string().optional(),
  city: z.string().optional(),
  seats: z.array(z.string()).optional(),
  subtotalPaise: z.int().optional(),
  discountPaise: z.int().optional(),
  taxPaise: z.int().optional(),
  totalPaise: z.int().optional(),
  refundPaise: z.int().optional(),
  note: z.string().nullish(),
});

export type MailPayload = z.infer<typeof payloadSchema>;

/** @throws ZodError where a row was not written by one of the product's own writers */
export function readPayload(payload: unknown): MailPayload {
  return payloadSchema.parse(payload);
}

type Template = {
  /** The button, where the writer gave none. */
  action?: (payload: MailPayload) => { label: string; path: string } | null;
  /** Whether the evening's facts help: not where it was called off. */
  facts?: boolean;
  sums?: boolean;
  /** Said after the body. */
  more?: string;
  /** Written by a person, in paragraphs. */
  prose?: boolean;
  /** Why one got this, where it is not for a booking or an account. */
  why?: string;
  /** One can have fewer of these. */
  optional?: boolean;
};

const ticketsButton = ({ bookingId }: MailPayload) => (bookingId ? { label: "Show my tickets", path: `/tickets/${bookingId}` } : null);
const bookingsButton = () => ({ label: "My bookings", path: "/my-bookings" });
const eventButton = (label: string) => ({ eventId }: MailPayload) => (eventId ? { label, path: `/events/${eventId}` } : null);

/** Every mail there is, by its template's name. The words come with the row; here is what stands around them. */
export const templates: Record<string, Template> = {
  "booking-confirmed": {
    action: ticketsButton,
    facts: true,
    sums: true,
    more: "The tickets are attached, one page a seat. Each lets one person in: show it on a phone or on paper.",
  },
  "booking-cancelled": { action: bookingsButton, facts: true },
  "booking-called-off": { action: bookingsButton, facts: true },
  "event-cancelled": { action: bookingsButton, more: "The attached file takes the evening out of your calendar." },
  "event-paused": { action: bookingsButton },
  "event-moved": { action: ticketsButton, facts: true, more: "The attached file moves it in your calendar, too." },
  "payment-late": { action: eventButton("See which seats are free") },
  "payment-second": { action: ticketsButton },
  "payment-unbooked": { action: eventButton("See which seats are free") },
  "payment-lapsed": { action: eventButton("See which seats are free") },
  "refund-done": { action: bookingsButton },
  "refund-partial": { action: bookingsButton },
  "reminder-day": { action: ticketsButton, facts: true, optional: true },
  "reminder-hours": { action: ticketsButton, facts: true, optional: true },
  "review-request": { action: eventButton("Write a review"), optional: true },
  "sale-open": { action: eventButton("Choose seats"), facts: true, why: "You get this once, because you asked to be told when seats go on sale." },
  question: { why: "You get this because you organize this event at Aisle. Who asks sees your answer, not your address." },
  "question-answered": { action: eventButton("See the event"), why: "You get this because you asked the organizer at Aisle." },
  "verify-email": {},
  "password-reset": {},
  "password-changed": {},
  "second-factor": {},
  "token-reused": {},
  "sign-in-code": {},
  "organizer-message": { action: ticketsButton, facts: true, prose: true, why: "You get this from the organizer, because you have tickets for this event." },
  "team-invitation": { why: "You get this because an organizer at Aisle gave this address. If you do not know them, leave it be." },
};

/** Turns a row of the outbox into what its mail says. Links lead to this shop, wherever it stands today. */
export function mailContent(template: string, payload: MailPayload): MailContent {
  const { action: button, facts, sums, more, prose, optional, why } = templates[template] ?? {};
  const action = payload.action ?? button?.(payload) ?? null;
  return {
    subject: payload.title,
    preview: payload.body.slice(0, 300),
    greeting: payload.name ? `Hello ${payload.name},` : null,
    paragraphs: [...(prose ? linesOf(payload.body) : [payload.body]), ...(payload.note ? [NOTE, ...linesOf(payload.note)] : []), ...(more ? [more] : [])],
    facts: facts ? factsOf(payload) : [],
    sums: sums ? sumsOf(payload) : [],
    action: action && { label: action.label, url: `${env.APP_URL}${action.path}` },
    footnote: why ?? whyBooked(payload, optional),
  };
}

const NOTE = "From the organizer:";

function linesOf(text: string): string[] {
  return text.split(/\s*\n+\s*/).filter(Boolean);
}

function whyBooked({ bookingId }: MailPayload, optional = false): string {
  if (optional) return "You get this because you booked at Aisle. Which messages you get is yours to choose, under Profile.";
  return bookingId ? "You get this because you booked at Aisle." : "You get this because of your account at Aisle.";
}

/** Whether people may have fewer mails of this kind. */
export function isOptional(template: string): boolean {
  return templates[template]?.optional ?? false;
}

function factsOf(payload: MailPayload): MailContent["facts"] {
  const { eventTitle, startsAt, timeZone, city, venue, seats, bookingNumber } = payload;
  const when = startsAt && timeZone ? formatWhen(new Date(startsAt), { timeZone, city }) : undefined;
  return [
    { label: "What", value: eventTitle },
    { label: "When", value: when },
    { label: "Where", value: venue && (city && !venue.includes(city) ? `${venue}, ${city}` : venue) },
    { label: "Seats", value: seats?.length ? seats.join(", ") : undefined },
    { label: "Booking", value: bookingNumber },
  ].filter((fact): fact is { label: string; value: string } => Boolean(fact.value));
}

function sumsOf({ subtotalPaise, discountPaise, taxPaise, totalPaise }: MailPayload): MailContent["sums"] {
  if (subtotalPaise === undefined || taxPaise === undefined || totalPaise === undefined) return [];
  return [
    { label: "Seats", value: formatPaise(subtotalPaise) },
    ...(discountPaise ? [{ label: "Discount", value: `−${formatPaise(discountPaise)}` }] : []),
    ...(taxPaise > 0 ? [{ label: "GST 18%", value: formatPaise(taxPaise) }] : []),
    { label: "Total", value: formatPaise(totalPaise) },
  ];
}
