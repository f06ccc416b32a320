import { bookingIdInput, bookingListInput, createBookingInput, quoteInput } from "~/schemas/booking";
import { createRouter, signedInProcedure } from "~/server/api/trpc";
import { createBooking } from "~/server/services/bookings/create-booking";
import { quoteBooking } from "~/server/services/bookings/quote-booking";
import { listBookings, readBooking } from "~/server/services/bookings/read-bookings";

export const bookingRouter = createRouter({
  quote: signedInProcedure.input(quoteInput).query(({ ctx, input }) => quoteBooking({ ...ctx, ...input })),
  create: signedInProcedure.input(createBookingInput).mutation(({ ctx, input }) => createBooking({ ...ctx, ...input })),
  byId: signedInProcedure.input(bookingIdInput).query(({ ctx, input }) => readBooking({ ...ctx, ...input })),
  list: signedInProcedure.input(bookingListInput).query(({ ctx, input }) => listBookings({ ...ctx, ...input })),
});
