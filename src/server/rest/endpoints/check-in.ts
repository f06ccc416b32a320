import { z } from "zod";
import { answers, directions } from "~/domain/door/scan";
import { redeemInput } from "~/schemas/check-in";
import { redeem } from "~/server/services/door/redeem";
import { endpoint } from "../endpoint";
import { givenInstant, id, instant } from "../fields";
import { sample } from "../samples";

const { code, deviceSeq, installation } = redeemInput.shape;

export const checkInEndpoints = [
  endpoint({
    method: "POST",
    path: "/api/events/{id}/check-in",
    operationId: "redeemTicket",
    tag: "Events",
    summary: "Let a ticket in at the door",
    description:
      "What a scanner read. Each device counts its scans (`deviceSeq`): the same scan sent again hears the same answer. A ticket that does not let in is no refusal: `result` says why.",
    door: "organizer",
    scope: "check-in",
    input: z.object({
      id,
      code: code.describe("What the ticket's code says."),
      deviceSeq: deviceSeq.describe("The device's own count of its scans."),
      device: installation.describe("What the device calls itself, where there are several."),
      at: givenInstant.optional().describe("When it was scanned; now, where it is left out."),
      direction: z.enum(directions).optional(),
    }),
    answer: z.object({
      result: z.enum(answers),
      reason: z.string().nullable().describe("Where the one word does not say it."),
      seat: z.object({ section: z.string(), rowNumber: z.string(), seatNumber: z.string() }).nullable(),
      name: z.string().nullable().describe("The buyer's."),
      firstAt: instant.nullable().describe("When it was let in before."),
    }),
    status: 200,
    refusals: ["NOT_FOUND"],
    example: {
      input: { id: sample.eventId, code: sample.ticketCode, deviceSeq: 1, device: "gate-2" },
      answer: { result: "OK", reason: null, seat: { section: "Stalls", rowNumber: "A", seatNumber: "1" }, name: "Asha R. Rao", firstAt: null },
    },
    call: ({ db, actor }, { id: eventId, device: installationOf, at = new Date(), ...scan }) =>
      redeem({ db, actor, doorToken: null, eventId, installation: installationOf, at, ...scan }),
    show: ({ result, reason = null, seat, name = null, firstAt = null }) => ({
      result,
      reason,
      seat: seat ? { section: seat.sectionName, rowNumber: seat.rowLabel, seatNumber: seat.seatLabel } : null,
      name,
      firstAt,
    }),
  }),
];
