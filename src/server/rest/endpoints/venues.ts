import { z } from "zod";
import { addSectionInput, createVenueInput, updateVenueInput } from "~/schemas/venue";
import { createVenue } from "~/server/services/venues/create-venue";
import { getVenue } from "~/server/services/venues/get-venue";
import { listVenues } from "~/server/services/venues/list-venues";
import { addSection } from "~/server/services/venues/sections";
import { updateVenue } from "~/server/services/venues/update-venue";
import { endpoint } from "../endpoint";
import { id, pageOf, paging } from "../fields";
import { sample } from "../samples";

const text = z.string();
const facts = { id: text, name: text, slug: text, address: text, city: text, timeZone: text, amenities: z.array(text), seatCount: z.int() };
const listed = z.object({ ...facts, sectionCount: z.int(), shared: z.boolean().describe("Kept by the shop, for all organizers.") });
const venue = z.object({
  ...facts,
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  shared: z.boolean(),
  sections: z.array(
    z.object({ id: text, name: text, rowCount: z.int(), seatsPerRow: z.int(), priceMultiplier: z.number(), seatCount: z.int() }),
  ),
});

const example = {
  id: sample.venueId, name: "Prithvi Hall", slug: "prithvi-hall", address: "20 Juhu Church Road", city: "Mumbai", timeZone: "Asia/Kolkata",
  amenities: [], seatCount: 50,
};

export const venueEndpoints = [
  endpoint({
    method: "GET",
    path: "/api/venues",
    operationId: "listVenues",
    tag: "Venues",
    summary: "Venues, by name",
    door: "anyone",
    scope: "events",
    input: z.object({ search: z.string().trim().max(100).optional(), city: z.string().trim().max(80).optional(), ...paging }),
    answer: pageOf(listed),
    status: 200,
    refusals: [],
    example: { input: { city: "Mumbai" }, answer: { items: [{ ...example, sectionCount: 1, shared: true }], total: 1, page: 1, pageCount: 1 } },
    call: ({ db, actor }, input) => listVenues({ db, actor, input }),
    show: (result) => result,
  }),
  endpoint({
    method: "GET",
    path: "/api/venues/{id}",
    operationId: "getVenue",
    tag: "Venues",
    summary: "One venue, with its sections",
    door: "anyone",
    scope: "events",
    input: z.object({ id }),
    answer: venue,
    status: 200,
    refusals: ["NOT_FOUND"],
    example: {
      input: { id: sample.venueId },
      answer: {
        ...example, latitude: null, longitude: null, shared: true,
        sections: [{ id: sample.sectionId, name: "Stalls", rowCount: 5, seatsPerRow: 10, priceMultiplier: 1, seatCount: 50 }],
      },
    },
    call: ({ db, actor }, input) => getVenue({ db, actor, id: input.id }),
    show: (found) => ({
      ...found,
      sections: found.sections.map(({ priceMultiplierBps, ...section }) => ({ ...section, priceMultiplier: priceMultiplierBps / 10_000 })),
    }),
  }),
  endpoint({
    method: "POST",
    path: "/api/venues",
    operationId: "createVenue",
    tag: "Venues",
    summary: "Make a venue",
    description: "An organizer's is theirs; an admin's is shared by all organizers.",
    door: "organizer",
    scope: "events",
    input: createVenueInput,
    answer: z.object({ id: text }),
    status: 201,
    refusals: [],
    example: { input: { name: "Lantern House", address: "4 Fort Lane", city: "Mumbai" }, answer: { id: sample.newVenueId } },
    call: ({ db, actor }, input) => createVenue({ db, actor, input }),
    show: (result) => result,
    again: "once",
  }),
  endpoint({
    method: "PUT",
    path: "/api/venues/{id}",
    operationId: "updateVenue",
    tag: "Venues",
    summary: "Change a venue",
    description: "What is left out stays. `sections` are all of them: those with an id are kept, the others are new, the rest go.",
    door: "organizer",
    scope: "events",
    input: updateVenueInput,
    answer: z.object({ id: text }),
    status: 200,
    refusals: ["NOT_FOUND"],
    example: { input: { id: sample.newVenueId, amenities: ["Parking"] }, answer: { id: sample.newVenueId } },
    call: ({ db, actor }, input) => updateVenue({ db, actor, input }),
    show: (result) => result,
    again: "once",
  }),
  endpoint({
    method: "POST",
    path: "/api/venues/{id}/sections",
    operationId: "addSection",
    tag: "Venues",
    summary: "Add a section to a venue",
    description: "Behind those there are. Events keep the seats they have; new ones get this section too.",
    door: "organizer",
    scope: "events",
    input: addSectionInput.omit({ venueId: true }).extend({ id }),
    answer: z.object({ id: text, seatCount: z.int() }),
    status: 201,
    refusals: ["NOT_FOUND"],
    example: {
      input: { id: sample.newVenueId, name: "Floor", rowCount: 5, seatsPerRow: 10 },
      answer: { id: sample.newSectionId, seatCount: 50 },
    },
    call: ({ db, actor }, { id: venueId, ...input }) => addSection({ db, actor, input: { ...input, venueId } }),
    show: (result) => result,
    again: "once",
  }),
];
