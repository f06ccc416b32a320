import { expect, it } from "vitest";
import { makeEvent } from "~/test/factories";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";
import { eventJsonLd } from "./event-json-ld";

const db = testDb();

it("says what, when, where and from which price, and lets nothing out of its script element", async () => {
  const { event } = await makeEvent(db, { title: "</script><script>alert(1)</script>" });
  const text = eventJsonLd(await callerFor(null).event.byId({ id: event.id }), "https://aisle.test");
  expect(text).not.toContain("<");
  expect(JSON.parse(text)).toMatchObject({
    "@type": "Event",
    name: "</script><script>alert(1)</script>",
    url: `https://aisle.test/events/${event.id}`,
    startDate: event.startsAt.toISOString(),
    eventStatus: "https://schema.org/EventScheduled",
    location: { "@type": "Place", address: { addressCountry: "IN" } },
    offers: { lowPrice: 590, priceCurrency: "INR", availability: "https://schema.org/InStock" },
  });
});

it("says sold out, not yet and cancelled as they are", async () => {
  const { event } = await makeEvent(db);
  const read = async () => JSON.parse(eventJsonLd(await callerFor(null).event.byId({ id: event.id }), "https://aisle.test")) as { eventStatus: string; offers: { availability: string } };
  await db.event.update({ where: { id: event.id }, data: { onSaleAt: new Date(Date.now() + 86_400_000) } });
  expect((await read()).offers.availability).toBe("https://schema.org/PreOrder");
  await db.event.update({ where: { id: event.id }, data: { status: "CANCELLED" } });
  expect(await read()).toMatchObject({ eventStatus: "https://schema.org/EventCancelled", offers: { availability: "https://schema.org/SoldOut" } });
});
