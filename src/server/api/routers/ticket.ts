import { ofBookingInput, ofEventInput } from "~/schemas/ticket";
import { bookingCalendar, eventCalendar } from "~/server/services/calendar/calendar-files";
import { listTickets } from "~/server/services/tickets/list-tickets";
import { ticketsPdf } from "~/server/services/tickets/tickets-pdf";
import { appleWallet, googleWallet } from "~/server/services/tickets/wallet/ticket-wallet";
import { createRouter, signedInProcedure, visitorProcedure } from "../trpc";

/** What a buyer takes along: the tickets of their bookings, and the evening in their calendar. */
export const ticketRouter = createRouter({
  list: signedInProcedure.input(ofBookingInput).query(({ ctx, input }) => listTickets({ ...ctx, ...input })),

  pdf: signedInProcedure
    .input(ofBookingInput)
    .query(async ({ ctx, input }) => ticketsPdf(await listTickets({ ...ctx, ...input }))),

  appleWallet: signedInProcedure.input(ofBookingInput).query(({ ctx, input }) => appleWallet({ ...ctx, ...input })),

  googleWallet: signedInProcedure.input(ofBookingInput).query(({ ctx, input }) => googleWallet({ ...ctx, ...input })),

  eventCalendar: visitorProcedure.input(ofEventInput).query(({ ctx, input }) => eventCalendar({ ...ctx, ...input })),

  bookingCalendar: signedInProcedure.input(ofBookingInput).query(({ ctx, input }) => bookingCalendar({ ...ctx, ...input })),
});
