import { z } from "zod";
import { listAttendees } from "~/server/services/organizer/attendees";
import { eventReport } from "~/server/services/organizer/event-report";
import { endpoint } from "../endpoint";
import { amounts, id, inRupees, instant, pageOf, paging } from "../fields";
import { sample } from "../samples";

const attendee = z.object({
  ticketId: z.string(),
  bookingId: z.string(),
  bookingNumber: z.string(),
  name: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  section: z.string(),
  rowNumber: z.string(),
  seatNumber: z.string(),
  ...amounts("price"),
  confirmedAt: instant.nullable(),
  checkedInAt: instant.nullable(),
});

const money = ["sales", "discount", "tax", "collected", "refunded", "revenue"] as const;

export const reportEndpoints = [
  endpoint({
    method: "GET",
    path: "/api/events/{id}/attendees",
    operationId: "listAttendees",
    tag: "Events",
    summary: "Who comes, a line a ticket",
    door: "organizer",
    scope: "orders",
    input: z.object({ id, search: z.string().trim().max(100).optional(), ...paging }),
    answer: pageOf(attendee),
    status: 200,
    refusals: ["NOT_FOUND"],
    example: {
      input: { id: sample.eventId },
      answer: {
        items: [
          {
            ticketId: "7d2c1c62-0b0e-4f0e-9d0f-3d8a9c1b2a07", bookingId: sample.bookingId, bookingNumber: "AIS-7K3M9QTD",
            name: "Asha Rao", email: "asha@example.com", phone: null, section: "Stalls", rowNumber: "A", seatNumber: "1",
            price: 500, pricePaise: 50_000, confirmedAt: "2026-12-01T14:04:00.000Z", checkedInAt: null,
          },
        ],
        total: 1, page: 1, pageCount: 1,
      },
    },
    call: ({ db, actor }, { id: eventId, ...input }) => listAttendees({ db, actor, eventId, ...input }),
    show: ({ items, ...page }) => ({
      ...page,
      items: items.map(({ id: ticketId, sectionName, rowLabel, seatLabel, pricePaise, ...item }) => ({
        ...item, ticketId, section: sectionName, rowNumber: rowLabel, seatNumber: seatLabel, ...inRupees({ price: pricePaise }),
      })),
    }),
  }),
  endpoint({
    method: "GET",
    path: "/api/events/{id}/report",
    operationId: "getEventReport",
    tag: "Events",
    summary: "How an event sells",
    door: "organizer",
    scope: "reports",
    input: z.object({ id }),
    answer: z.object({
      bookings: z.int(),
      tickets: z.int(),
      ...amounts(...money),
      sections: z.array(
        z.object({ id: z.string(), name: z.string(), ...amounts("price"), seatCount: z.int(), soldCount: z.int(), heldCount: z.int(), availableCount: z.int() }),
      ),
    }),
    status: 200,
    refusals: ["NOT_FOUND"],
    example: {
      input: { id: sample.eventId },
      answer: {
        bookings: 1, tickets: 2,
        ...inRupees({ sales: 118_000, discount: 0, tax: 18_000, collected: 118_000, refunded: 0, revenue: 118_000 }),
        sections: [{ id: sample.sectionId, name: "Stalls", price: 500, pricePaise: 50_000, seatCount: 50, soldCount: 2, heldCount: 0, availableCount: 48 }],
      },
    },
    call: ({ db, actor }, input) => eventReport({ db, actor, eventId: input.id }),
    show: ({ totals, sections }) => ({
      bookings: totals.bookings,
      tickets: totals.tickets,
      ...inRupees({
        sales: totals.salesPaise, discount: totals.discountPaise, tax: totals.taxPaise,
        collected: totals.collectedPaise, refunded: totals.refundedPaise, revenue: totals.revenuePaise,
      }),
      sections: sections.map(({ pricePaise, ...section }) => ({ ...section, ...inRupees({ price: pricePaise }) })),
    }),
  }),
];
