import { bookingIdInput } from "~/schemas/booking";
import { eventIdOnlyInput } from "~/schemas/event";
import { attendeesCsvInput, attendeesInput, dashboardInput, eventReportInput, noteInput, ordersInput, renameAttendeeInput } from "~/schemas/organizer";
import { createRouter, managerProcedure, sellerProcedure } from "~/server/api/trpc";
import { listOrders } from "~/server/services/orders/list-orders";
import { addNote, renameAttendee, resendTickets } from "~/server/services/orders/manage-order";
import { readOrder } from "~/server/services/orders/read-order";
import { listAttendees } from "~/server/services/organizer/attendees";
import { attendeesCsv } from "~/server/services/organizer/attendees-csv";
import { readBookingMoney } from "~/server/services/organizer/booking-money";
import { cancelForecast } from "~/server/services/organizer/cancel-forecast";
import { organizerDashboard } from "~/server/services/organizer/dashboard";
import { eventReport } from "~/server/services/organizer/event-report";

export const organizerRouter = createRouter({
  dashboard: sellerProcedure
    .input(dashboardInput.prefault({}))
    .query(({ ctx, input }) => organizerDashboard({ ...ctx, input })),
  eventReport: sellerProcedure
    .input(eventReportInput)
    .query(({ ctx, input }) => eventReport({ ...ctx, ...input })),
  attendees: sellerProcedure
    .input(attendeesInput)
    .query(({ ctx, input }) => listAttendees({ ...ctx, ...input })),
  bookingMoney: sellerProcedure
    .input(bookingIdInput)
    .query(({ ctx, input }) => readBookingMoney({ ...ctx, ...input })),
  orders: sellerProcedure.input(ordersInput).query(({ ctx, input }) => listOrders({ ...ctx, ...input })),
  order: sellerProcedure.input(bookingIdInput).query(({ ctx, input }) => readOrder({ ...ctx, ...input })),
  resendTickets: sellerProcedure
    .input(bookingIdInput)
    .mutation(({ ctx, input }) => resendTickets({ ...ctx, ...input })),
  renameAttendee: sellerProcedure
    .input(renameAttendeeInput)
    .mutation(({ ctx, input }) => renameAttendee({ ...ctx, ...input })),
  addNote: sellerProcedure.input(noteInput).mutation(({ ctx, input }) => addNote({ ...ctx, ...input })),
  cancelForecast: managerProcedure
    .input(eventIdOnlyInput)
    .query(({ ctx, input }) => cancelForecast({ ...ctx, ...input })),
  attendeesCsv: sellerProcedure
    .input(attendeesCsvInput)
    .query(({ ctx, input }) => attendeesCsv({ ...ctx, ...input })),
});
