import { devices, type BrowserContext } from "@playwright/test";
import { Client } from "pg";
import { seed } from "../../prisma/seed";
import { emptyShop } from "../empty-shop";
import { openBrowser } from "./browser";
import { comeBack } from "./come-back";
import { signInAs } from "./sign-in";
import { weigh } from "./weigh";

type Options = { databaseUrl: string; baseUrl: string; say: (line: string) => void };
type Stop = { path: string; who?: "buyer"; ready?: string };

/** Compressed bytes of JavaScript that a page may load, and of fonts (docs/decisions/0190). */
const MOST = { booking: 200_000, others: 160_000, fonts: 90_000 };

/** What each of a buyer's pages weighs on a phone, and whether it is kept for whoever comes back to it. */
export async function run({ databaseUrl, baseUrl, say }: Options): Promise<Record<string, unknown>> {
  await emptyShop(databaseUrl);
  await seed({ databaseUrl });
  const stops = await stopsOf(databaseUrl);
  const browser = await openBrowser();
  const figures: Record<string, object> = {};
  const over: string[] = [];
  try {
    const phone = { ...devices["Pixel 7"], baseURL: baseUrl };
    const people = { visitor: await browser.newContext(phone), buyer: await browser.newContext(phone) };
    await signInAs(people.buyer, "buyer@aisle.test");
    for (const [name, { path, who = "visitor", ready }] of Object.entries(stops)) {
      const figure = await visit(people[who], { baseUrl, path, ready });
      figures[name] = figure;
      const { jsBytes, fontBytes } = figure;
      if (jsBytes > (name.startsWith("booking") ? MOST.booking : MOST.others)) over.push(`${name}: ${jsBytes} bytes of JavaScript`);
      if (fontBytes > MOST.fonts) over.push(`${name}: ${fontBytes} bytes of fonts`);
      say(`${path}: ${JSON.stringify(figure)}`);
    }
  } finally {
    await browser.close();
  }
  return { buyerPages: figures, buyerPagesOver: over };
}

async function visit(context: BrowserContext, { baseUrl, path, ready }: { baseUrl: string; path: string; ready?: string }) {
  const url = baseUrl + path;
  const weight = await weigh(context, url, ready);
  const next = baseUrl + (path === "/help" ? "/about" : "/help");
  const back = await comeBack(context, url, next, ready);
  return { ...weight, comesBack: back.kept, ...(!back.kept && { notKeptBecause: back.reasons }) };
}

/** The pages, with ids of the demo: a small hall, the largest one, a booking to come. */
async function stopsOf(connectionString: string): Promise<Record<string, Stop>> {
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
    tickets: { path: `/tickets/${booking}`, who: "buyer" },
    saved: { path: "/saved", who: "buyer" },
    notifications: { path: "/notifications", who: "buyer" },
    profile: { path: "/profile", who: "buyer" },
  };
}
