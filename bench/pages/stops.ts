import { Client } from "pg";

/** A page to look at: by whom, and what stands on it once it is there. */
export type Stop = { path: string; who?: "buyer"; ready?: string };

/** The pages, with ids of the demo: a small hall, the largest one, a booking to come. */
export async function stopsOf(connectionString: string): Promise<Record<string, Stop>> {
  const client = new Client({ connectionString });
  await client.connect();
  const idOf = async (query: string) => (await client.query<{ id: string }>(query)).rows[0]!.id;
  const bySize = (order: string) =>
    idOf(`SELECT e.id FROM "Event" e WHERE e.status = 'PUBLISHED' AND e."startsAt" > now() ORDER BY (SELECT count(*) FROM "Seat" s WHERE s."eventId" = e.id) ${order} LIMIT 1`);
  const [small, large] = [await bySize("ASC"), await bySize("DESC")];
  const booking = await idOf(`SELECT b.id FROM "Booking" b JOIN "User" u ON u.id = b."userId" WHERE u.email = 'buyer@aisle.test' AND b.status = 'CONFIRMED' LIMIT 1`);
  await client.end();
  const seats = '[data-seat-map="ready"], [data-seat]';
  return {
    home: { path: "/" },
    events: { path: "/events" },
    event: { path: `/events/${small}` },
    bookingSmall: { path: `/booking/${small}`, ready: seats },
    bookingLarge: { path: `/booking/${large}`, ready: seats },
    login: { path: "/login" },
    register: { path: "/register" },
    help: { path: "/help" },
    homeSignedIn: { path: "/", who: "buyer" },
    eventSignedIn: { path: `/events/${small}`, who: "buyer" },
    bookingSignedIn: { path: `/booking/${small}`, who: "buyer", ready: seats },
    myBookings: { path: "/my-bookings", who: "buyer" },
    confirmed: { path: `/payment/${booking}`, who: "buyer" },
    ticketIndex: { path: "/tickets", who: "buyer" },
    tickets: { path: `/tickets/${booking}`, who: "buyer" },
    saved: { path: "/saved", who: "buyer" },
    notifications: { path: "/notifications", who: "buyer" },
    profile: { path: "/profile", who: "buyer" },
  };
}

/** Those that anybody may open, by name. */
export async function publicPages(connectionString: string): Promise<Record<string, string>> {
  const { home, events, event, login, bookingSmall, bookingLarge } = await stopsOf(connectionString);
  const pages = { home, events, event, login, bookingSmall, bookingLarge };
  return Object.fromEntries(Object.entries(pages).map(([name, stop]) => [name, stop!.path]));
}
