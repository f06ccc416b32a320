import { bookingIdInput } from "~/schemas/booking";
import { eventIdOnlyInput } from "~/schemas/event";
import { attendeesCsvInput, attendeesInput, dashboardInput, eventReportInput } from "~/schemas/organizer";
import { createRouter, organizerProcedure } from "~/server/api/trpc";
import { listAttendees } from "~/server/services/organizer/attendees";
import { attendeesCsv } from "~/server/services/organizer/attendees-csv";
import { readBookingMoney } from "~/server/services/organizer/booking-money";
import { cancelForecast } from "~/server/services/organizer/cancel-forecast";
import { organizerDashboard } from "~/server/services/organizer/dashboard";
import { eventReport } from "~/server/services/organizer/event-report";

export const organizerRouter = createRouter({
  dashboard: organizerProcedure
    .input(dashboardInput.prefault({}))
    .query(({ ctx, input }) => organizerDashboard({ ...ctx, input })),
  eventReport: organizerProcedure
    .input(eventReportInput)
    .query(({ ctx, input }) => eventReport({ ...ctx, ...input })),
  attendees: organizerProcedure
    .input(attendeesInput)
    .query(({ ctx, input }) => listAttendees({ ...ctx, ...input })),
  bookingMoney: organizerProcedure
    .input(bookingIdInput)
    .query(({ ctx, input }) => readBookingMoney({ ...ctx, ...input })),
  cancelForecast: organizerProcedure
    .input(eventIdOnlyInput)
    .query(({ ctx, input }) => cancelForecast({ ...ctx, ...input })),
  attendeesCsv: organizerProcedure
    .input(attendeesCsvInput)
    .query(({ ctx, input }) => attendeesCsv({ ...ctx, ...input })),
});
