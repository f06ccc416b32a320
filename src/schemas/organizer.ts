import { z } from "zod";
import { bookingStatuses } from "~/domain/booking-state";
import { eventStatuses } from "~/domain/event-state";
import { id, instant, line, paging, prose } from "./common";

const DAY_MS = 86_400_000;

export const dashboardInput = z
  .object({
    /** Sales from this instant; 30 days before `to` where left out. */
    from: instant.optional(),
    /** Up to this instant; now where left out. */
    to: instant.optional(),
    /** Of the events listed: words of the title or the venue's name. */
    search: line(100).optional(),
    status: z.enum(eventStatuses).optional(),
    ...paging,
  })
  .refine(({ from, to }) => !from || !to || from < to, {
    path: ["to"],
    error: "The range must end after it begins.",
  })
  .refine(({ from, to }) => !from || (to ?? new Date()).getTime() - from.getTime() <= 366 * DAY_MS, {
    path: ["from"],
    error: "Choose a year at most.",
  });

export const eventReportInput = z.object({ eventId: id });
export const attendeesInput = z.object({
  eventId: id,
  search: line(100).optional(),
  ...paging,
});
export const ordersInput = z.object({
  eventId: id,
  status: z.enum(bookingStatuses).optional(),
  search: line(100).optional(),
  ...paging,
});
export const renameAttendeeInput = z.object({ bookingId: id, name: line(120) });
export const noteInput = z.object({ bookingId: id, body: prose("The note", 1_000) });
export const attendeesCsvInput = z.object({ eventId: id, cursor: line(64).optional() });
