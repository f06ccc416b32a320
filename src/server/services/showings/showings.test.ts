import { expect, it } from "vitest";
import { makeEvent, makeUser, makeVenue } from "~/test/factories";
import { testBank } from "~/test/harness/bank";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";
import { makeSale } from "~/test/harness/sale";

const db = testDb();
const bank = testBank(db);
const DAY = 86_400_000;

async function makeRun(days = [1, 2, 3]) {
  const organizer = await makeUser(db, { role: "ORGANIZER" });
  const venue = await makeVenue(db, { ownerId: organizer.id });
  const { event } = await makeEvent(db, { venue, organizerId: organizer.id, title: "Hamlet" });
  const api = callerFor(organizer, { gateway: bank.gateway });
  const startsAts = days.map((day) => new Date(event.startsAt.getTime() + day * DAY));
  return { organizer, event, api, startsAts, seriesId: event.id };
}

const idsOf = async (seriesId: string) => (await db.event.findMany({ where: { seriesId }, orderBy: { startsAt: "asc" } })).map(({ id }) => id);

it("makes showings of a run as drafts with seats of their own, and none twice", async () => {
  const { event, api, startsAts, seriesId } = await makeRun();
  expect(await api.showing.add({ eventId: event.id, startsAts })).toEqual({ made: 3, had: 0 });
  const again = [...startsAts, event.startsAt, new Date(event.startsAt.getTime() + 9 * DAY)];
  // From another of the run: it is the same run.
  const [, second] = await idsOf(seriesId);
  expect(await api.showing.add({ eventId: second!, startsAts: again })).toEqual({ made: 1, had: 4 });
  const list = await api.showing.list({ eventId: event.id });
  expect(list.map(({ status }) => status)).toEqual(["PUBLISHED", "DRAFT", "DRAFT", "DRAFT", "DRAFT"]);
  for (const { id } of list) expect(await db.seat.count({ where: { eventId: id } })).toBe(50);
  await expect(api.showing.add({ eventId: event.id, startsAts: [new Date(0)] })).rejects.toMatchObject({ cause: { code: "INVALID_INPUT" } });
});

it("takes no more than a run may have", async () => {
  const { event, api, startsAts, organizer } = await makeRun([1]);
  const { id: _id, serial: _serial, slug: _slug, lexemes: _lexemes, ...like } = { ...event, lexemes: undefined };
  await db.event.createMany({ data: Array.from({ length: 400 }, (_, n) => ({ ...like, slug: `full-${n}`, seriesId: event.id, organizerId: organizer.id, startsAt: new Date(event.startsAt.getTime() + (n + 2) * DAY) })) });
  await db.event.update({ where: { id: event.id }, data: { seriesId: event.id } });
  await expect(api.showing.add({ eventId: event.id, startsAts })).rejects.toThrow(/400 showings at most/);
});

it("shows buyers one card of a run, its next date within what they ask for, and all its dates on its page", async () => {
  const { event, api, startsAts, seriesId } = await makeRun();
  await api.showing.add({ eventId: event.id, startsAts });
  const ids = await idsOf(seriesId);
  const anyone = callerFor(null);
  expect((await anyone.event.list({})).items).toMatchObject([{ id: event.id, dates: 1 }]);
  expect(await anyone.showing.ahead({ eventId: event.id })).toHaveLength(1);
  expect(await api.showing.publish({ ids: ids.slice(1) })).toEqual({ done: 3, refused: [] });
  const all = await anyone.event.list({});
  expect([all.total, all.items[0]]).toMatchObject([1, { id: event.id, dates: 4 }]);
  const later = await anyone.event.list({ dateFrom: startsAts[1]! });
  expect([later.total, later.items[0]!.id]).toEqual([1, ids[2]]);
  expect((await anyone.showing.ahead({ eventId: ids[3]! })).map(({ id }) => id)).toEqual(ids);
  // Its organizer sees each.
  expect((await api.event.list({ mine: true })).total).toBe(4);
  // In another hall it is a card of its own.
  const elsewhere = await makeVenue(db);
  await db.event.update({ where: { id: ids[3]! }, data: { venueId: elsewhere.id } });
  expect((await anyone.event.list({})).items.map(({ id }) => id)).toEqual([event.id, ids[3]]);
});

it("changes showings together, and says of each that refuses why", async () => {
  const { event, api, startsAts, seriesId } = await makeRun();
  await api.showing.add({ eventId: event.id, startsAts });
  const [first, second, third, fourth] = (await idsOf(seriesId)) as [string, string, string, string];
  expect(await api.showing.publish({ ids: [first, second, third] })).toMatchObject({ done: 2, refused: [{ id: first, sentence: "This event is published already." }] });
  await api.event.update({ id: second, title: "Hamlet, in Hindi", cancelRefundBps: 5_000 });
  expect(await api.showing.align({ eventId: second, ids: [first, second, fourth] })).toMatchObject({ done: 2, refused: [] });
  const titles = await db.event.findMany({ where: { seriesId }, orderBy: { startsAt: "asc" }, select: { title: true, cancelRefundBps: true, startsAt: true } });
  expect(titles.map(({ title, cancelRefundBps }) => [title, cancelRefundBps])).toEqual([
    ["Hamlet, in Hindi", 5_000], ["Hamlet, in Hindi", 5_000], ["Hamlet", 10_000], ["Hamlet, in Hindi", 5_000],
  ]);
  expect(await api.showing.move({ ids: [third, fourth], minutes: -30 })).toMatchObject({ done: 2 });
  const moved = await db.event.findUniqueOrThrow({ where: { id: third } });
  expect(moved.startsAt).toEqual(new Date(startsAts[1]!.getTime() - 30 * 60_000));
});

it("calls off one showing and no other; its bookings stay findable", async () => {
  const sale = await makeSale(db, bank.gateway);
  const organizer = callerFor({ id: sale.organizerId }, { gateway: bank.gateway });
  const { startsAt } = await db.event.findUniqueOrThrow({ where: { id: sale.eventId } });
  await organizer.showing.add({ eventId: sale.eventId, startsAts: [new Date(startsAt.getTime() + DAY)] });
  await sale.buy();
  expect(await organizer.showing.cancel({ ids: [sale.eventId], reason: "The stage is wet." })).toEqual({ done: 1, refused: [] });
  const list = await organizer.showing.list({ eventId: sale.eventId });
  expect(list.map(({ status }) => status)).toEqual(["CANCELLED", "DRAFT"]);
  const orders = await organizer.organizer.orders({ eventId: sale.eventId });
  expect(orders.items).toMatchObject([{ id: sale.bookingId }]);
});

it("touches nothing of another's run", async () => {
  const { event, api, startsAts, seriesId } = await makeRun();
  await api.showing.add({ eventId: event.id, startsAts });
  const [, second] = await idsOf(seriesId);
  const stranger = callerFor(await makeUser(db, { role: "ORGANIZER" }));
  await expect(stranger.showing.add({ eventId: event.id, startsAts })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(stranger.showing.publish({ ids: [second!] })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(stranger.showing.move({ ids: [event.id], minutes: 5 })).rejects.toMatchObject({ code: "FORBIDDEN" });
  // Another's event is no model for one's own.
  const own = await makeEvent(db, { organizerId: (await makeUser(db, { role: "ORGANIZER" })).id });
  await expect(callerFor({ id: own.organizerId }).showing.align({ eventId: event.id, ids: [own.event.id] })).rejects.toMatchObject({ code: "FORBIDDEN" });
});
