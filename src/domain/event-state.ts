import { AppError } from "./errors";

export const eventCategories = [
  "MOVIE",
  "CONCERT",
  "SPORTS",
  "THEATER",
  "COMEDY",
  "CONFERENCE",
  "OTHER",
] as const;
export type EventCategory = (typeof eventCategories)[number];

export const eventStatuses = ["DRAFT", "PUBLISHED", "COMPLETED", "CANCELLED"] as const;
export type EventStatus = (typeof eventStatuses)[number];

const moves: Record<EventStatus, readonly EventStatus[]> = {
  DRAFT: ["PUBLISHED", "CANCELLED"],
  PUBLISHED: ["COMPLETED", "CANCELLED"],
  COMPLETED: [],
  CANCELLED: [],
};

/** Whether an event may go from one status to another. */
export function canMoveEvent(from: EventStatus, to: EventStatus): boolean {
  return moves[from].includes(to);
}

export type SaleWindow = {
  status: EventStatus;
  startsAt: Date;
  onSaleAt: Date | null;
  offSaleAt: Date | null;
};

export type SaleState = "ON_SALE" | "NOT_YET" | "ENDED" | "NOT_PUBLISHED" | "CANCELLED";

/** Whether seats of an event may be had at `now` (UTC). */
export function saleStateAt(event: SaleWindow, now: Date): SaleState {
  if (event.status === "CANCELLED") return "CANCELLED";
  if (event.status === "DRAFT") return "NOT_PUBLISHED";
  if (event.status === "COMPLETED" || now >= (event.offSaleAt ?? event.startsAt) || now >= event.startsAt)
    return "ENDED";
  if (event.onSaleAt && now < event.onSaleAt) return "NOT_YET";
  return "ON_SALE";
}

const refusals: Record<Exclude<SaleState, "ON_SALE">, string> = {
  NOT_YET: "Tickets for this event are not on sale yet.",
  ENDED: "Ticket sales for this event have ended.",
  NOT_PUBLISHED: "This event is not on sale.",
  CANCELLED: "This event has been cancelled.",
};

/** @throws AppError NOT_ON_SALE where seats may not be had at `now` (UTC) */
export function assertOnSale(event: SaleWindow, now: Date): void {
  const state = saleStateAt(event, now);
  if (state !== "ON_SALE") throw new AppError("NOT_ON_SALE", refusals[state]);
}

/**
 * Whether seats that are held may still be booked: a hold made while tickets were on sale is honoured after the
 * sale's end, but not once the event has begun or is gone.
 * @throws AppError NOT_ON_SALE
 */
export function assertBookable(event: SaleWindow, now: Date): void {
  if (event.status !== "PUBLISHED" || now >= event.startsAt) {
    throw new AppError("NOT_ON_SALE", refusals[event.status === "CANCELLED" ? "CANCELLED" : "ENDED"]);
  }
}
