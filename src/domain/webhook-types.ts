/** What an organizer may be told of, in the order a reader meets them. */
export const webhookTypes = [
  "booking.confirmed",
  "booking.cancelled",
  "booking.refunded",
  "event.published",
  "event.updated",
  "event.cancelled",
  "ticket.checked_in",
] as const;
export type WebhookType = (typeof webhookTypes)[number];
