import { expect, it } from "vitest";
import { makeEvent, makeUser, makeVenue } from "~/test/factories";
import { testBank } from "~/test/harness/bank";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";
import { makeSale } from "~/test/harness/sale";
import { renderMail } from "../mail/render";

const db = testDb();
const bank = testBank(db);

const sections = [{ name: "Stalls", rowCount: 1, seatsPerRow: 10 }, { name: "Circle", rowCount: 1, seatsPerRow: 10 }];

/** Two buyers in the stalls, one of them twice, and one in the circle who has not paid. */
async function makeHouse() {
  const event = await makeEvent(db, { venue: await makeVenue(db, { sections }) });
  const first = await makeSale(db, bank.gateway, { event });
  await first.buy();
  await (await makeSale(db, bank.gateway, { event, buyer: first.buyer, from: 2 })).buy();
  const circle = await makeSale(db, bank.gateway, { event, from: 10 });
  await circle.buy();
  await makeSale(db, bank.gateway, { event, from: 15 });
  const organizer = callerFor({ id: event.organizerId });
  const letters = () => db.outboxMessage.findMany({ where: { template: "organizer-message" }, orderBy: { recipient: "asc" } });
  return { event, first, circle, organizer, letters };
}

const letter = { subject: "Doors open earlier", body: "Come at six.\n\nBring a coat." };

it("writes to everybody with tickets, once each, whatever is asked again", async () => {
  const { event, first, circle, organizer, letters } = await makeHouse();
  const eventId = event.event.id;
  const seen = await organizer.message.preview({ eventId, ...letter });
  expect(seen.recipientCount).toBe(2);
  expect(seen.html).toContain("Bring a coat.");
  expect(await letters()).toEqual([]);
  const asked = { eventId, ...letter, requestKey: "press-one" };
  const [sent] = [await organizer.message.send(asked), await organizer.message.send(asked)];
  expect(sent.recipientCount).toBe(2);
  expect((await letters()).map(({ recipient }) => recipient)).toEqual([first.buyer.email, circle.buyer.email].sort());
  expect(await db.notification.count({ where: { type: "organizer-message" } })).toBe(2);
  const { text } = renderMail("organizer-message", (await letters())[0]!.payload);
  expect(text).toContain("Come at six.\n\nBring a coat.");
  expect(text).toContain("You get this from the organizer");
  expect(await organizer.message.list({ eventId })).toMatchObject({ total: 1, items: [{ subject: letter.subject, recipientCount: 2 }] });
});

it("writes to some sections alone", async () => {
  const { event, circle, organizer, letters } = await makeHouse();
  const eventId = event.event.id;
  const sectionIds = [event.venue.sections[1]!.id];
  expect((await organizer.message.preview({ eventId, sectionIds, ...letter })).recipientCount).toBe(1);
  await organizer.message.send({ eventId, sectionIds, ...letter, requestKey: "press-two" });
  expect((await letters()).map(({ recipient }) => recipient)).toEqual([circle.buyer.email]);
});

it("finishes a letter whose sending died, and tells nobody twice", async () => {
  const { event, first, organizer, letters } = await makeHouse();
  const eventId = event.event.id;
  const message = await db.attendeeMessage.create({ data: { eventId, ...letter, sentById: event.organizerId, requestKey: "died-half" } });
  await db.outboxMessage.create({ data: { template: "organizer-message", recipient: first.buyer.email, userId: first.buyer.id, payload: {}, dedupeKey: `mail:organizer-message:${message.id}:${first.buyer.id}` } });
  await organizer.message.send({ eventId, ...letter, requestKey: "died-half" });
  expect(await letters()).toHaveLength(2);
});

it("refuses drafts, a sixth letter in a day, and a key of another event's letter", async () => {
  const { event, organizer } = await makeHouse();
  const eventId = event.event.id;
  const draft = await makeEvent(db, { organizerId: event.organizerId, status: "DRAFT" });
  await expect(organizer.message.preview({ eventId: draft.event.id, ...letter })).rejects.toMatchObject({ cause: { code: "INVALID_TRANSITION" } });
  for (let n = 1; n <= 5; n++) await organizer.message.send({ eventId, ...letter, requestKey: `press-${n}-of-5` });
  await expect(organizer.message.send({ eventId, ...letter, requestKey: "press-6-of-5" })).rejects.toMatchObject({ cause: { code: "RATE_LIMITED" } });
  const other = await makeEvent(db, { organizerId: event.organizerId });
  await expect(organizer.message.send({ eventId: other.event.id, ...letter, requestKey: "press-1-of-5" })).rejects.toMatchObject({ cause: { field: "requestKey" } });
  const seller = await makeUser(db);
  await db.teamMember.create({ data: { ownerId: event.organizerId, userId: seller.id, role: "SELLER" } });
  await expect(callerFor(seller).message.send({ eventId, ...letter, requestKey: "press-seller" })).rejects.toMatchObject({ code: "FORBIDDEN" });
});

it("puts the organizer's own words into the confirmation, and into no other mail", async () => {
  const sale = await makeSale(db, bank.gateway);
  const organizer = callerFor({ id: sale.organizerId }, { gateway: bank.gateway });
  await organizer.event.update({ id: sale.eventId, confirmationNote: "Parking is behind the hall." });
  expect(await callerFor(null).event.byId({ id: sale.eventId })).toMatchObject({ confirmationNote: null });
  await sale.buy();
  const mailOf = async (template: string) => renderMail(template, (await db.outboxMessage.findFirstOrThrow({ where: { template } })).payload).text;
  expect(await mailOf("booking-confirmed")).toContain("From the organizer:\n\nParking is behind the hall.");
  await organizer.payment.cancelAsOrganizer({ bookingId: sale.bookingId, note: "The hall is wet." });
  expect(await mailOf("booking-called-off")).not.toContain("Parking");
});
