import type { ApiScope } from "~/domain/api-key";
import type { WebhookType } from "~/domain/webhook-types";

/** What a key may do, for people. */
export const scopeWords: Record<ApiScope, { label: string; hint: string }> = {
  events: { label: "Events and venues", hint: "Read, make, change, publish and call off." },
  orders: { label: "Orders", hint: "Read who comes, with names and addresses." },
  "check-in": { label: "Check-in", hint: "Let people in at the door." },
  reports: { label: "Reports", hint: "Read how events sell." },
};

/** What a webhook tells of, for people. */
export const typeWords: Record<WebhookType, string> = {
  "booking.confirmed": "A booking is paid",
  "booking.cancelled": "A paid booking is cancelled",
  "booking.refunded": "Money has gone back",
  "event.published": "An event goes on sale",
  "event.updated": "An event on sale is changed",
  "event.cancelled": "An event is called off",
  "ticket.checked_in": "A ticket is let in",
};
