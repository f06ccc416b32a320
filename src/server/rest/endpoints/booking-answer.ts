import { z } from "zod";
import { bookingStatuses } from "~/domain/booking-state";
import type { BookingView } from "~/server/services/sale/bookings/booking-view";
import { amounts, inRupees, instant } from "../fields";
import { sample } from "../samples";

/** What a booking's four sums are called outside. */
export const sums = amounts("totalAmount", "discountAmount", "taxAmount", "finalAmount");

type Sums = { subtotalPaise: number; discountPaise: number; taxPaise: number; totalPaise: number };

/** `totalAmount` is the seats' own prices, `finalAmount` what is paid: less the discount, with tax. */
export function sumsOf({ subtotalPaise, discountPaise, taxPaise, totalPaise }: Sums) {
  return inRupees({ totalAmount: subtotalPaise, discountAmount: discountPaise, taxAmount: taxPaise, finalAmount: totalPaise });
}

export const bookingAnswer = z.object({
  id: z.string(),
  bookingNumber: z.string(),
  status: z.enum(bookingStatuses),
  ...sums,
  couponCode: z.string().nullable(),
  expiresAt: instant,
  confirmedAt: instant.nullable(),
  cancelledAt: instant.nullable(),
  cancelReason: z.string().nullable(),
  createdAt: instant,
  event: z.object({
    id: z.string(),
    title: z.string(),
    eventDate: instant,
    venue: z.object({ id: z.string(), name: z.string(), address: z.string(), city: z.string(), timeZone: z.string() }),
  }),
  seats: z.array(z.object({ id: z.string(), section: z.string(), rowNumber: z.string(), seatNumber: z.string(), ...amounts("price") })),
  refunds: z.array(z.object({ status: z.string(), createdAt: instant, ...amounts("amount") })),
  cancellation: z.object({
    until: instant.nullable(),
    refundAmount: z.number().nullable().describe("What cancelling now gives back, in rupees; null: it cannot be cancelled any more."),
    refundAmountPaise: z.int().nullable(),
  }),
});

export function showBooking(view: BookingView): z.input<typeof bookingAnswer> {
  const { id, bookingNumber, status, couponCode, expiresAt, confirmedAt, cancelledAt, cancelReason, createdAt, event } = view;
  const { untilAt, refundPaise } = view.cancellation;
  return {
    ...{ id, bookingNumber, status, couponCode, expiresAt, confirmedAt, cancelledAt, cancelReason, createdAt },
    ...sumsOf(view),
    event: { id: event.id, title: event.title, eventDate: event.startsAt, venue: event.venue },
    seats: view.items.map((item) => ({
      id: item.seatId, section: item.sectionName, rowNumber: item.rowLabel, seatNumber: item.seatLabel, ...inRupees({ price: item.pricePaise }),
    })),
    refunds: view.refunds.map((refund) => ({ status: refund.status, createdAt: refund.createdAt, ...inRupees({ amount: refund.amountPaise }) })),
    cancellation: { until: untilAt, refundAmount: refundPaise === null ? null : refundPaise / 100, refundAmountPaise: refundPaise },
  };
}

export const sumsExample = sumsOf({ subtotalPaise: 100_000, discountPaise: 0, taxPaise: 18_000, totalPaise: 118_000 });

export const bookingExample = {
  id: sample.bookingId,
  bookingNumber: "AIS-7K3M9QTD",
  status: "CONFIRMED",
  ...sumsExample,
  couponCode: null,
  expiresAt: "2026-12-01T14:10:00.000Z",
  confirmedAt: "2026-12-01T14:04:00.000Z",
  cancelledAt: null,
  cancelReason: null,
  createdAt: "2026-12-01T14:02:00.000Z",
  event: {
    id: sample.eventId,
    title: "Rains on Tabla",
    eventDate: "2026-12-20T13:30:00.000Z",
    venue: { id: sample.venueId, name: "Prithvi Hall", address: "20 Juhu Church Road", city: "Mumbai", timeZone: "Asia/Kolkata" },
  },
  seats: sample.seats.map((id, index) => ({ id, section: "Stalls", rowNumber: "A", seatNumber: `${index + 1}`, price: 500, pricePaise: 50_000 })),
  refunds: [],
  cancellation: { until: "2026-12-19T13:30:00.000Z", refundAmount: 1_180, refundAmountPaise: 118_000 },
};
