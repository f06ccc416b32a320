import { expect, it } from "vitest";
import { makeEvent, makeUser, makeVenue } from "~/test/factories";
import { testBank } from "~/test/harness/bank";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";
import { makeSale } from "~/test/harness/sale";

const db = testDb();
const { gateway } = testBank(db);
const day = 86_400_000;

it("lists the next event first, and what is behind after all that is ahead, over its pages", async () => {
  const organizer = await makeUser(db, { role: "ORGANIZER" });
  const venue = await makeVenue(db);
  for (const days of [30, -3, 1, -40, 7]) {
    await makeEvent(db, { organizerId: organizer.id, title: `Day ${days}`, startsAt: new Date(Date.now() + days * day), venue });
  }
  const page = async (page: number) => (await callerFor(organizer).organizer.dashboard({ page, limit: 2 })).events;
  const pages = [await page(1), await page(2), await page(3)];
  expect(pages.map(({ items }) => items.map(({ title }) => title))).toEqual([["Day 1", "Day 7"], ["Day 30", "Day -3"], ["Day -40"]]);
  expect(pages[0]).toMatchObject({ total: 5, pageCount: 3 });
});

it("finds attendees by their seat, and whether or not one types their accents", async () => {
  const sale = await makeSale(db, gateway);
  await sale.buy();
  const zoe = await makeSale(db, gateway, { event: sale, from: 2, seats: 1, buyer: await makeUser(db, { name: "Zoë Müller" }) });
  await zoe.buy();
  await db.bookingItem.updateMany({ where: { seatId: sale.seatIds[1] }, data: { rowLabel: "1", seatLabel: "12" } });
  const search = async (words: string) =>
    (await callerFor({ id: sale.organizerId }).organizer.attendees({ eventId: sale.eventId, search: words })).items.map(({ rowLabel, seatLabel }) => rowLabel + seatLabel);
  expect([await search("A1"), await search("a1"), await search("stalls A3"), await search("1-12"), await search("112")]).toEqual([
    ["A1"], ["A1"], ["A3"], ["112"], ["112"],
  ]);
  expect([await search("balcony A1"), await search("11-2"), await search("A9")]).toEqual([[], [], []]);
  expect([await search("zoe muller"), await search("Zoë MÜLLER")]).toEqual([["A3"], ["A3"]]);
});
