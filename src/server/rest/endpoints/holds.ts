import { z } from "zod";
import { seatIds } from "~/schemas/seat-lock";
import { extendHold } from "~/server/services/sale/seats/extend-hold";
import { holdSeats, type HeldSeats } from "~/server/services/sale/seats/hold-seats";
import { holdStatus } from "~/server/services/sale/seats/hold-status";
import { releaseSeats } from "~/server/services/sale/bookings/release-seats";
import { endpoint } from "../endpoint";
import { id, instant } from "../fields";
import { sample } from "../samples";

const success = z.literal(true);
const seats = z.array(z.string()).describe("All that the buyer now holds at this event.");
const held = z.object({ success, expiresAt: instant.nullable(), seatIds: seats });
const show = ({ holdExpiresAt, seatIds: ids }: HeldSeats) => ({ success: true as const, expiresAt: holdExpiresAt, seatIds: ids });

const { eventId } = sample;
const until = "2026-12-01T14:10:00.000Z";

export const holdEndpoints = [
  endpoint({
    method: "POST",
    path: "/api/bookings/hold-seats",
    operationId: "holdSeats",
    tag: "Holds",
    summary: "Hold seats",
    description:
      "All of them or none, for ten minutes from the buyer's first seat; six at one event at most, held and bought together. Adding seats does not prolong the hold.",
    door: "user",
    input: z.object({ eventId: id, seatIds }),
    answer: held,
    status: 200,
    refusals: ["NOT_FOUND", "SEAT_TAKEN", "SEAT_LIMIT", "ORPHAN_SEAT", "NOT_ON_SALE"],
    example: { input: { eventId, seatIds: sample.seats }, answer: { success: true, expiresAt: until, seatIds: sample.seats } },
    call: ({ db, actor }, input) => holdSeats({ db, actor, ...input }),
    show,
  }),
  endpoint({
    method: "POST",
    path: "/api/bookings/release-seats",
    operationId: "releaseSeats",
    tag: "Holds",
    summary: "Let seats go",
    description: "All of the buyer's seats where `seatIds` is left out. A pending booking of such a seat ends.",
    door: "user",
    input: z.object({ eventId: id, seatIds: seatIds.optional() }),
    answer: held,
    status: 200,
    refusals: ["INVALID_TRANSITION"],
    example: { input: { eventId, seatIds: [sample.seats[1]] }, answer: { success: true, expiresAt: until, seatIds: [sample.seats[0]] } },
    call: ({ db, actor }, input) => releaseSeats({ db, actor, ...input }),
    show,
  }),
  endpoint({
    method: "POST",
    path: "/api/bookings/extend-hold",
    operationId: "extendHold",
    tag: "Holds",
    summary: "Have more time",
    description: "Ten minutes from now, at most twice.",
    door: "user",
    input: z.object({ eventId: id }),
    answer: z.object({ success, expiresAt: instant }),
    status: 200,
    refusals: ["HOLD_EXPIRED", "INVALID_TRANSITION"],
    example: { input: { eventId }, answer: { success: true, expiresAt: until } },
    call: ({ db, actor }, input) => extendHold({ db, actor, ...input }),
    show: ({ holdExpiresAt }) => ({ success: true as const, expiresAt: holdExpiresAt }),
    again: "once",
  }),
  endpoint({
    method: "GET",
    path: "/api/bookings/hold-status",
    operationId: "getHoldStatus",
    tag: "Holds",
    summary: "What one holds at an event",
    description: "Where nothing is held, `expiresAt` is null and `seatIds` is empty.",
    door: "user",
    input: z.object({ eventId: id }),
    answer: z.object({
      expiresAt: instant.nullable().describe("What the countdown runs to."),
      seatIds: z.array(z.string()),
      extensionsLeft: z.int(),
      bookingId: z.string().nullable().describe("A booking of these seats that waits for its payment."),
      serverNow: instant.nullable().describe("The server's clock, so that a countdown is right on any phone."),
    }),
    status: 200,
    refusals: [],
    example: {
      input: { eventId },
      answer: { expiresAt: until, seatIds: sample.seats, extensionsLeft: 2, bookingId: null, serverNow: "2026-12-01T14:00:00.000Z" },
    },
    call: ({ db, actor }, input) => holdStatus({ db, actor, ...input }),
    show: (status) =>
      status
        ? { expiresAt: status.holdExpiresAt, seatIds: status.seatIds, extensionsLeft: status.extensionsLeft, bookingId: status.bookingId, serverNow: status.serverNow }
        : { expiresAt: null, seatIds: [], extensionsLeft: 0, bookingId: null, serverNow: null },
  }),
];
