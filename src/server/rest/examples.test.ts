import { describe, expect, it } from "vitest";
import { signTicket } from "~/server/services/tickets/sign-ticket";
import { makeEvent, makeUser, makeVenue } from "~/test/factories";
import { testBank } from "~/test/harness/bank";
import { testDb } from "~/test/harness/database";
import { prismRest } from "~/test/harness/prism";
import { tokenFor } from "~/test/harness/rest";
import type { Endpoint } from "./endpoint";
import { sample } from "./samples";
import { table } from "./table";

// The reference's examples, as they stand there, told as one story to a shop in which the sample evening is on sale.

const db = testDb({ reset: "file" });
const bank = testBank(db);
const call = prismRest(db, bank.gateway);

const story = [
  "register", "login", "refreshToken", "getProfile", "updateProfile", "listEvents", "getEvent", "getSeats", "listVenues", "getVenue",
  "holdSeats", "getHoldStatus", "extendHold", "releaseSeats", "holdSeats", "createBooking", "createPaymentOrder", "paySandbox", "confirmBooking", "getBooking",
  "listBookings", "listAttendees", "getEventReport", "cancelBooking",
  // Bought again, to be let in.
  "holdSeats", "createBooking", "createPaymentOrder", "paySandbox", "confirmBooking", "redeemTicket", "createVenue", "updateVenue", "addSection", "createEvent", "updateEvent",
  "publishEvent", "cancelEvent", "changePassword",
];

/** What the examples call by a sample's name, and what this shop calls it. */
const names = new Map<string, string>();

/** The same value in this shop's names. */
function translated(value: unknown): unknown {
  if (typeof value === "string") return names.get(value) ?? value;
  if (Array.isArray(value)) return value.map(translated);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, translated(inner)]));
}

/** Learns names from an answer, and says where its shape is another than the example's. */
function compare(example: unknown, actual: unknown, path: string): string[] {
  if (typeof example === "string" && typeof actual === "string") {
    names.set(example, actual);
    return [];
  }
  if (Array.isArray(example) && Array.isArray(actual)) {
    if (example.length > 0 && actual.length === 0) return [`${path} is empty`];
    return example.slice(0, actual.length).flatMap((inner, index) => compare(inner, actual[index], `${path}[${index}]`));
  }
  if (example && actual && typeof example === "object" && typeof actual === "object") {
    const [left, right] = [Object.keys(example).sort(), Object.keys(actual).sort()];
    if (left.join() !== right.join()) return [`${path}: ${left.join()} in the example, ${right.join()} in the answer`];
    return left.flatMap((key) => compare((example as Record<string, unknown>)[key], (actual as Record<string, unknown>)[key], `${path}.${key}`));
  }
  const money = typeof example === "number" && /(Paise|price|Amount|Price|amount)$/.test(path);
  return money && example !== actual ? [`${path} is ${String(actual)}, in the example ${example}`] : [];
}

async function play(row: Endpoint, token: string | undefined) {
  const input = translated(row.example.input) as Record<string, unknown>;
  const inPath = [...row.path.matchAll(/\{(\w+)\}/g)].map((found) => found[1]!);
  const path = row.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(input[name])));
  const rest = Object.entries(input).filter(([name]) => !inPath.includes(name));
  const query = new URLSearchParams(rest.map(([name, value]) => [name, String(value)])).toString();
  if (row.method === "GET") return call("GET", query ? `${path}?${query}` : path, { token });
  return call(row.method, path, { token, body: rest.length > 0 ? Object.fromEntries(rest) : undefined });
}

/** What stands on a booking's first ticket. */
async function codeOf(bookingId: string, eventId: string): Promise<string> {
  const item = await db.bookingItem.findFirstOrThrow({ where: { bookingId }, select: { id: true } });
  return signTicket({ itemId: item.id, eventId });
}

describe("the reference's examples", () => {
  it("are every row's", () => {
    expect([...new Set(story)].sort()).toEqual(table.map((row) => row.operationId).sort());
  });

  it("are answered as they say", { timeout: 300_000 }, async () => {
    const organizer = await makeUser(db, { role: "ORGANIZER", name: "Prithvi Evenings" });
    const venue = await makeVenue(db, { id: sample.venueId, name: "Prithvi Hall" });
    const onSale = await makeEvent(db, { id: sample.eventId, venue, organizerId: organizer.id, title: "Rains on Tabla", startsAt: new Date(Date.now() + 20 * 86_400_000) });
    sample.seats.forEach((seat, index) => names.set(seat, onSale.seats[index]!.id));
    const organizerToken = await tokenFor(db, organizer);
    for (const operationId of story) {
      const row = table.find((one) => one.operationId === operationId)!;
      const token = row.door === "organizer" ? organizerToken : row.door === "user" ? names.get(sample.access) : undefined;
      if (operationId === "redeemTicket") names.set(sample.ticketCode, await codeOf(names.get(sample.bookingId)!, onSale.event.id));
      const answer = await play(row, token);
      expect([operationId, answer.status, answer.body.detail]).toEqual([operationId, row.status, undefined]);
      // Prism, between the two, finds nothing to say about the question either.
      expect([operationId, answer.violations]).toEqual([operationId, []]);
      if (row.answer) expect([operationId, compare(row.example.answer, answer.body, "answer")]).toEqual([operationId, []]);
    }
  });
});
