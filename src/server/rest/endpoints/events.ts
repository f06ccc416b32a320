import { z } from "zod";
import { eventCategories, eventStatuses } from "~/domain/event-state";
import { eventSorts } from "~/domain/event-sorts";
import { getEvent } from "~/server/services/events/get-event";
import { listEvents } from "~/server/services/events/list-events";
import { endpoint } from "../endpoint";
import { givenInstant, givenRupees, id, pageOf, paging } from "../fields";
import { sample } from "../samples";
import { readSeatMap, seatMapAnswer, showSeatMap } from "../seat-map";
import { eventAnswer, eventExample, listedEvent, listedExample, showEvent, showListed } from "./event-answers";

const filters = z.object({
  category: z.enum(eventCategories).optional(),
  city: z.string().trim().max(80).optional(),
  dateFrom: givenInstant.optional().describe("Begins then or later."),
  dateTo: givenInstant.optional().describe("Begins then or earlier."),
  minPrice: givenRupees("The least price").optional().describe("Rupees, before tax: some seat costs this or more."),
  maxPrice: givenRupees("The highest price").optional().describe("Rupees, before tax: some seat costs this or less."),
  status: z
    .enum(["all", ...eventStatuses])
    .optional()
    .describe("Left out: on sale and to come. `all` and DRAFT: one's own events, for organizers."),
  search: z.string().trim().max(100).optional(),
  sort: z.enum(eventSorts).optional(),
  ...paging,
});

export const eventEndpoints = [
  endpoint({
    method: "GET",
    path: "/api/events",
    operationId: "listEvents",
    tag: "Events",
    summary: "Find events",
    description: "Pages are stable: events of the same place in the order are told apart by their id.",
    door: "anyone",
    scope: "events",
    input: filters,
    answer: pageOf(listedEvent),
    status: 200,
    refusals: [],
    etag: true,
    example: { input: { city: "Mumbai", maxPrice: 900 }, answer: { items: [listedExample], total: 1, page: 1, pageCount: 1 } },
    call: ({ db, actor }, { status, minPrice, maxPrice, ...input }) =>
      listEvents({
        db,
        actor,
        input: { ...input, minPricePaise: minPrice, maxPricePaise: maxPrice, ...(status === "all" ? { mine: actor !== null } : { status }) },
      }),
    show: ({ items, total, page, pageCount }) => ({ items: items.map(showListed), total, page, pageCount }),
  }),
  endpoint({
    method: "GET",
    path: "/api/events/{id}",
    operationId: "getEvent",
    tag: "Events",
    summary: "One event",
    door: "anyone",
    scope: "events",
    input: z.object({ id }),
    answer: eventAnswer,
    status: 200,
    refusals: ["NOT_FOUND"],
    etag: true,
    example: { input: { id: sample.eventId }, answer: eventExample },
    call: ({ db, actor }, input) => getEvent({ db, actor, id: input.id }),
    show: showEvent,
  }),
  endpoint({
    method: "GET",
    path: "/api/events/{id}/seats",
    operationId: "getSeats",
    tag: "Events",
    summary: "Every seat of an event, and whether it is free",
    description: "Ask with If-None-Match: where no seat has changed the answer is 304 and empty.",
    door: "anyone",
    scope: "events",
    input: z.object({ id }),
    answer: seatMapAnswer,
    status: 200,
    refusals: ["NOT_FOUND"],
    etag: true,
    example: {
      input: { id: sample.eventId },
      answer: {
        sections: [
          {
            id: sample.sectionId,
            name: "Stalls",
            price: 500,
            pricePaise: 50_000,
            seats: [{ id: sample.seats[0], rowNumber: "A", seatNumber: "1", price: 500, pricePaise: 50_000, status: "AVAILABLE" }],
          },
        ],
      },
    },
    call: ({ db, actor }, input) => readSeatMap({ db, actor, eventId: input.id }),
    show: showSeatMap,
  }),
];

