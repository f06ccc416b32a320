import { z } from "zod";
import { bookingStatuses } from "~/domain/booking-state";
import { couponCode } from "~/schemas/booking";
import { seatIds } from "~/schemas/seat-lock";
import { cancelBooking } from "~/server/services/sale/money/cancel-booking";
import { createBooking } from "~/server/services/sale/bookings/create-booking";
import { listBookings, readBooking } from "~/server/services/sale/bookings/read-bookings";
import { endpoint } from "../endpoint";
import { amounts, id, inRupees, instant, pageOf, paging } from "../fields";
import { sample } from "../samples";
import { bookingAnswer, bookingExample, showBooking, sums, sumsExample, sumsOf } from "./booking-answer";

export const bookingEndpoints = [
  endpoint({
    method: "POST",
    path: "/api/bookings/create",
    operationId: "createBooking",
    tag: "Bookings",
    summary: "Make a booking of seats one holds",
    description: "It waits ten minutes for its payment. Prices are the shop's own; nothing of them is taken from the request.",
    door: "user",
    input: z.object({ eventId: id, seatIds, couponCode: couponCode.optional() }),
    answer: z.object({ bookingId: z.string(), bookingNumber: z.string(), status: z.enum(bookingStatuses), ...sums, expiresAt: instant }),
    status: 201,
    refusals: ["NOT_FOUND", "NOT_ON_SALE", "HOLD_EXPIRED", "COUPON_INVALID", "COUPON_EXHAUSTED", "INVALID_TRANSITION"],
    example: {
      input: { eventId: sample.eventId, seatIds: sample.seats },
      answer: { bookingId: sample.bookingId, bookingNumber: "AIS-7K3M9QTD", status: "PENDING", ...sumsExample, expiresAt: "2026-12-01T14:10:00.000Z" },
    },
    call: ({ db, actor, requestId }, input) => createBooking({ db, actor, idempotencyKey: requestId ?? undefined, ...input }),
    show: ({ bookingId, bookingNumber, status, expiresAt, ...rest }) => ({ bookingId, bookingNumber, status, expiresAt, ...sumsOf(rest) }),
  }),
  endpoint({
    method: "GET",
    path: "/api/bookings",
    operationId: "listBookings",
    tag: "Bookings",
    summary: "One's bookings",
    description: "The newest first; `when=upcoming` by the event's date.",
    door: "user",
    input: z.object({ status: z.enum(bookingStatuses).optional(), when: z.enum(["upcoming", "past", "ended"]).optional(), ...paging }),
    answer: pageOf(bookingAnswer),
    status: 200,
    refusals: [],
    example: { input: { status: "CONFIRMED" }, answer: { items: [bookingExample], total: 1, page: 1, pageCount: 1 } },
    call: ({ db, actor }, input) => listBookings({ db, actor, ...input }),
    show: ({ items, ...page }) => ({ items: items.map(showBooking), ...page }),
  }),
  endpoint({
    method: "GET",
    path: "/api/bookings/{id}",
    operationId: "getBooking",
    tag: "Bookings",
    summary: "One of one's bookings",
    door: "user",
    input: z.object({ id }),
    answer: bookingAnswer,
    status: 200,
    refusals: ["NOT_FOUND"],
    example: { input: { id: sample.bookingId }, answer: bookingExample },
    call: ({ db, actor }, input) => readBooking({ db, actor, bookingId: input.id }),
    show: showBooking,
  }),
  endpoint({
    method: "POST",
    path: "/api/bookings/{id}/cancel",
    operationId: "cancelBooking",
    tag: "Bookings",
    summary: "Cancel a booking",
    description: "By the terms it was bought under; a repeat gives the first result.",
    door: "user",
    input: z.object({ id }),
    answer: z.object({ status: z.enum(["CANCELLED", "REFUNDED"]), ...amounts("refundAmount") }),
    status: 200,
    refusals: ["NOT_FOUND", "INVALID_TRANSITION"],
    example: { input: { id: sample.bookingId }, answer: { status: "CANCELLED", refundAmount: 1_180, refundAmountPaise: 118_000 } },
    call: ({ db, gateway, actor }, input) => cancelBooking({ db, gateway, actor, bookingId: input.id }),
    show: ({ status, refundPaise }) => ({ status, ...inRupees({ refundAmount: refundPaise }) }),
  }),
];
