import { z } from "zod";
import { eventStatuses } from "~/domain/event-state";
import { createEventInput, updateEventInput } from "~/schemas/event";
import { cancelEvent } from "~/server/services/events/cancel-event";
import { createEvent } from "~/server/services/events/create-event";
import { publishEvent } from "~/server/services/events/publish-event";
import { updateEvent } from "~/server/services/events/update-event";
import { endpoint } from "../endpoint";
import { givenInstant, givenRupees, id } from "../fields";
import { sample } from "../samples";

const timed = { eventDate: givenInstant, endsAt: givenInstant.nullish(), onSaleAt: givenInstant.nullish(), offSaleAt: givenInstant.nullish() };
const basePrice = givenRupees("The price").describe("Rupees, before tax; a section's price is a multiple of it.");
/** What goes by another name outside, and what is written on the shop's own pages alone. */
const inner = { startsAt: true, endsAt: true, onSaleAt: true, offSaleAt: true, basePricePaise: true, confirmationNote: true } as const;

const newEvent = createEventInput.omit(inner).extend({ ...timed, basePrice });
const changedEvent = updateEventInput.omit(inner).extend({ ...timed, eventDate: givenInstant.optional(), basePrice: basePrice.optional() });

/** The names outside, as the services have them. */
function renamed<T extends { eventDate?: Date; basePrice?: number }>({ eventDate, basePrice: price, ...fields }: T) {
  return { ...fields, ...(eventDate && { startsAt: eventDate }), ...(price !== undefined && { basePricePaise: price }) };
}

const made = z.object({ id: z.string(), status: z.enum(eventStatuses), seatCount: z.int() });
const moved = z.object({ id: z.string(), status: z.enum(eventStatuses) });

export const organizerEventEndpoints = [
  endpoint({
    method: "POST",
    path: "/api/events",
    operationId: "createEvent",
    tag: "Events",
    summary: "Make an event",
    description: "A draft with all its seats, from the venue's plan as it now is.",
    door: "organizer",
    scope: "events",
    input: newEvent,
    answer: made,
    status: 201,
    refusals: [],
    example: {
      input: {
        title: "Rains on Tabla", description: "An evening of tabla, with the rain outside.", category: "CONCERT",
        venueId: sample.newVenueId, eventDate: "2027-01-20T19:00:00+05:30", basePrice: 500,
      },
      answer: { id: sample.draftId, status: "DRAFT", seatCount: 50 },
    },
    call: ({ db, actor }, { eventDate, basePrice: basePricePaise, ...input }) =>
      createEvent({ db, actor, input: { ...input, startsAt: eventDate, basePricePaise } }),
    show: (result) => result,
    again: "once",
  }),
  endpoint({
    method: "PUT",
    path: "/api/events/{id}",
    operationId: "updateEvent",
    tag: "Events",
    summary: "Change an event",
    description: "What is left out stays. Of a published event, place and price stay once a seat is held or sold.",
    door: "organizer",
    scope: "events",
    input: changedEvent,
    answer: made,
    status: 200,
    refusals: ["NOT_FOUND", "INVALID_TRANSITION"],
    example: { input: { id: sample.draftId, subtitle: "First time in Mumbai" }, answer: { id: sample.draftId, status: "DRAFT", seatCount: 50 } },
    call: ({ db, actor }, input) => updateEvent({ db, actor, input: renamed(input) }),
    show: ({ updatedAt: _, ...result }) => result,
    again: "once",
  }),
  endpoint({
    method: "POST",
    path: "/api/events/{id}/publish",
    operationId: "publishEvent",
    tag: "Events",
    summary: "Put an event on sale",
    door: "organizer",
    scope: "events",
    input: z.object({ id }),
    answer: moved,
    status: 200,
    refusals: ["NOT_FOUND", "INVALID_TRANSITION"],
    example: { input: { id: sample.draftId }, answer: { id: sample.draftId, status: "PUBLISHED" } },
    call: ({ db, actor }, input) => publishEvent({ db, actor, id: input.id }),
    show: (result) => result,
    again: "once",
  }),
  endpoint({
    method: "POST",
    path: "/api/events/{id}/cancel",
    operationId: "cancelEvent",
    tag: "Events",
    summary: "Call an event off",
    description: "For good: its bookings end and their money goes back in full.",
    door: "organizer",
    scope: "events",
    refunds: true,
    input: z.object({ id, reason: z.string().trim().max(300).optional() }),
    answer: moved,
    status: 200,
    refusals: ["NOT_FOUND", "INVALID_TRANSITION"],
    example: { input: { id: sample.draftId, reason: "The artist is ill." }, answer: { id: sample.draftId, status: "CANCELLED" } },
    call: ({ db, gateway, actor }, input) => cancelEvent({ db, gateway, actor, ...input }),
    show: (result) => result,
    again: "once",
  }),
];
