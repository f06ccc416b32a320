import { bookingIdInput, bookingListInput, createBookingInput, quoteInput } from "~/schemas/booking";
import { confirmBookingInput } from "~/schemas/payment";
import { createRouter, signedInProcedure } from "~/server/api/trpc";
import { cancelBooking } from "~/server/services/sale/money/cancel-booking";
import { confirmBooking } from "~/server/services/sale/money/confirm-booking";
import { createBooking } from "~/server/services/sale/bookings/create-booking";
import { quoteBooking } from "~/server/services/sale/bookings/quote-booking";
import { listBookings, readBooking } from "~/server/services/sale/bookings/read-bookings";

export const bookingRouter = createRouter({
  quote: signedInProcedure.input(quoteInput).query(({ ctx, input }) => quoteBooking({ ...ctx, ...input })),
  create: signedInProcedure.input(createBookingInput).mutation(({ ctx, input }) => createBooking({ ...ctx, ...input })),
  confirm: signedInProcedure.input(confirmBookingInput).mutation(({ ctx, input }) => confirmBooking({ ...ctx, ...input })),
  cancel: signedInProcedure.input(bookingIdInput).mutation(({ ctx, input }) => cancelBooking({ ...ctx, ...input })),
  byId: signedInProcedure.input(bookingIdInput).query(({ ctx, input }) => readBooking({ ...ctx, ...input })),
  list: signedInProcedure.input(bookingListInput).query(({ ctx, input }) => listBookings({ ...ctx, ...input })),
});
