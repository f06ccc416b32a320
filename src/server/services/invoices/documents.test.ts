import { expect, it } from "vitest";
import { makeEvent, makeUser, makeVenue } from "~/test/factories";
import { testBank } from "~/test/harness/bank";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";
import { makeSale } from "~/test/harness/sale";
import { expectSoundBooks } from "~/test/harness/sound-books";
import { gstr1Csv } from "./gstr1-csv";
import { issueDocuments } from "./issue-invoice";

const db = testDb();
const { gateway } = testBank(db);
const month = () => new Date(Date.now() + 5.5 * 3_600_000).toISOString().slice(0, 7);

/** A seller of Karnataka with one paid booking in Mumbai, of which a part went back, and one whole one. */
async function sold() {
  const organizer = await makeUser(db, { role: "ORGANIZER" });
  const api = callerFor(organizer, { gateway });
  await api.invoice.keepSeller({ legalName: "Rang Events", address: "2 Church Street, Bengaluru", stateCode: "29", gstin: "29AAAAA0000A1ZY" });
  const event = await makeEvent(db, { organizerId: organizer.id, venue: await makeVenue(db, { stateCode: "27" }) });
  const buyer = await makeUser(db, { name: "Zoë Müller" });
  const first = await makeSale(db, gateway, { event, buyer });
  await first.buy();
  await api.payment.refundPart({ bookingId: first.bookingId, amountPaise: 11_800, note: "Bad sound.", requestKey: "request-one" });
  const second = await makeSale(db, gateway, { event, from: 5 });
  await second.buy();
  for (const { bookingId } of [first, second]) await issueDocuments({ db, bookingId });
  return { organizer, api, first, second };
}

it("lists one's own documents, found by people, bookings and their numbers, by month and kind", async () => {
  const { api, first, second } = await sold();
  const all = await api.invoice.documents({});
  expect(all).toMatchObject({ total: 3 });
  expect(all.items.map(({ kind }) => kind).sort()).toEqual(["CREDIT_NOTE", "INVOICE", "INVOICE"]);
  const numbers = async (asked: object) => (await api.invoice.documents(asked)).items.map(({ bookingNumber }) => bookingNumber);
  const [one, other] = [(await first.read()).bookingNumber, (await second.read()).bookingNumber];
  expect(await numbers({ search: "zoe muller" })).toEqual([one, one]);
  expect(await numbers({ search: other.toLowerCase() })).toEqual([other]);
  expect(await numbers({ search: all.items.find(({ bookingNumber }) => bookingNumber === other)!.number })).toEqual([other]);
  expect([await numbers({ kind: "CREDIT_NOTE" }), await numbers({ month: "2025-01" })]).toEqual([[one], []]);
  expect(await numbers({ month: month() })).toHaveLength(3);
  const stranger = callerFor(await makeUser(db, { role: "ORGANIZER" }));
  expect([await stranger.invoice.documents({}), await stranger.invoice.documents({ search: "zoe" })]).toMatchObject([{ total: 0 }, { total: 0 }]);
});

it("names a buyer's business, which is declared by itself, until the account is gone", async () => {
  const buyer = await makeUser(db, { name: "Asha Rao" });
  const own = callerFor(buyer, { gateway }).user;
  await expect(own.keepTaxDetails({ gstName: "", gstin: "27AAPFU0939F1ZV" })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  await expect(own.keepTaxDetails({ gstName: "Rao Traders", gstin: "27AAPFU0939F1ZW" })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  await own.keepTaxDetails({ gstName: "Rao Traders", gstin: "27aapfu0939f1zv" });
  const { api, organizer } = await sold();
  const event = await makeEvent(db, { organizerId: organizer.id });
  const sale = await makeSale(db, gateway, { event, buyer });
  await sale.buy();
  await issueDocuments({ db, bookingId: sale.bookingId });
  expect((await api.invoice.documents({ search: "asha" })).items).toMatchObject([{ buyer: { name: "Rao Traders", gstin: "27AAPFU0939F1ZV" } }]);
  expect((await api.invoice.gstr1Csv({ month: month() })).csv).toMatch(/"B2B","Invoice",.*"27AAPFU0939F1ZV","Rao Traders"/);
  await own.keepTaxDetails({ gstName: "", gstin: "" });
  expect(await own.taxDetails()).toEqual({ gstName: null, gstin: null });
});

it("charges no GST for a seller who is not registered, and gives a bill of supply; what is on sale keeps its price", async () => {
  const organizer = await makeUser(db, { role: "ORGANIZER" });
  const api = callerFor(organizer, { gateway });
  const venue = await makeVenue(db, { stateCode: "27" });
  await api.invoice.keepSeller({ legalName: "Asha Rao", address: "2 Church Street, Bengaluru", stateCode: "29" });
  const startsAt = new Date(Date.now() + 7 * 86_400_000);
  const { id } = await api.event.create({ title: "Ghazals", description: "Song.", category: "CONCERT", venueId: venue.id, startsAt, basePricePaise: 50_000 });
  await api.event.publish({ id });
  expect(await api.event.byId({ id })).toMatchObject({ taxBps: 0, fromAllInPaise: 50_000, sections: [{ allInPaise: 50_000 }] });
  expect((await api.event.seatLayout({ eventId: id })).sections).toMatchObject([{ pricePaise: 50_000, taxBps: 0 }]);
  const inRange = async (range: object) => (await callerFor(null).event.list(range)).total;
  expect([await inRange({ maxAllInPaise: 50_000 }), await inRange({ maxAllInPaise: 49_999 }), await inRange({ minAllInPaise: 50_000 }), await inRange({ minAllInPaise: 50_001 })]).toEqual([1, 0, 1, 0]);

  const seats = await db.seat.findMany({ where: { eventId: id }, orderBy: { ordinal: "asc" } });
  const event = await db.event.findUniqueOrThrow({ where: { id } });
  const sale = await makeSale(db, gateway, { event: { event, seats, venue, organizerId: organizer.id } });
  expect(sale.booking).toMatchObject({ subtotalPaise: 100_000, taxPaise: 0, totalPaise: 100_000 });
  expect(await sale.api.booking.quote({ eventId: id, seatIds: [seats[9]!.id] })).toMatchObject({ taxPaise: 0, totalPaise: 50_000 });
  await sale.buy();
  await api.payment.refundPart({ bookingId: sale.bookingId, amountPaise: 10_000, note: "Bad sound.", requestKey: "request-one" });
  const documents = await sale.api.invoice.list({ bookingId: sale.bookingId });
  const contents = await db.invoice.findMany({ orderBy: { kind: "asc" } });
  expect(documents).toHaveLength(2);
  expect(contents.map(({ content }) => content)).toMatchObject([
    { seller: { gstin: null }, taxPaise: 0, cgstPaise: 0, sgstPaise: 0, igstPaise: 0, totalPaise: 100_000 },
    { kind: "CREDIT_NOTE", taxablePaise: 10_000, taxPaise: 0, totalPaise: 10_000 },
  ]);
  expect((await api.invoice.gstr1Csv({ month: month() })).csv).toContain('"EXEMP","Bill of supply"');
  await expectSoundBooks(db);

  // Registered since: what is on sale keeps its price, the next event bears GST.
  await api.invoice.keepSeller({ legalName: "Asha Rao", address: "2 Church Street, Bengaluru", stateCode: "29", gstin: "29AAAAA0000A1ZY" });
  await api.event.update({ id, subtitle: "With a guest" });
  expect(await api.event.byId({ id })).toMatchObject({ taxBps: 0, fromAllInPaise: 50_000 });
  const next = await api.event.create({ title: "More", description: "Song.", category: "CONCERT", venueId: venue.id, startsAt, basePricePaise: 50_000 });
  expect(await api.event.byId({ id: next.id })).toMatchObject({ taxBps: 1_800, fromAllInPaise: 59_000 });
});

it("gives a month for GSTR-1: place of supply by the venue, IGST across states, credit notes with a minus", async () => {
  const { organizer, api } = await sold();
  const { csv, fileName } = await api.invoice.gstr1Csv({ month: month() });
  expect(fileName).toBe(`gstr1-${month()}.csv`);
  const lines = csv.trim().split("\r\n");
  expect(lines).toHaveLength(4);
  expect(lines[0]).toContain('"Table","Document","Number"');
  expect(lines[1]).toMatch(/^"B2CS","Invoice","\w{4}\/\d{4}\/000001","\d\d-\d\d-\d{4}","","","","Zoë Müller","27-Maharashtra","9996","18","1000","180","0","0","1180",/);
  expect(csv).toMatch(/"B2CS","Credit note",.*"\w{4}\/\d{4}\/000001".*"18","-100","-18","0","0","-118",/);
  const pieces: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const piece = await gstr1Csv({ db, actor: organizer, month: month(), cursor, pieceSize: 1 });
    pieces.push(piece.csv);
    if (!piece.nextCursor) break;
    cursor = piece.nextCursor;
  }
  expect(pieces.join("")).toBe(csv);
  expect((await callerFor(await makeUser(db, { role: "ORGANIZER" })).invoice.gstr1Csv({ month: month() })).csv.trim().split("\r\n")).toHaveLength(1);
});
