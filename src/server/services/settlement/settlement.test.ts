import { PDFDocument } from "@cantoo/pdf-lib";
import { expect, it } from "vitest";
import { makeEvent, makeUser } from "~/test/factories";
import { testBank } from "~/test/harness/bank";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";
import { makeSale } from "~/test/harness/sale";

const db = testDb();
const bank = testBank(db);
const startsAt = new Date("2099-03-10T14:00:00Z");
const month = "2099-03";

async function makeOrganizer(own: boolean) {
  const organizer = await makeUser(db, { role: "ORGANIZER", name: "Asha Rao" });
  if (own) await db.sellerProfile.create({ data: { userId: organizer.id, code: "ASHA", legalName: "Asha Rao", address: "1 Lane", stateCode: "27", gstin: "27AAPFU0939F1ZV" } });
  return { organizer, api: callerFor(organizer, { gateway: bank.gateway }) };
}

/** Two tickets at 590 rupees sold twice; of the first, 118 rupees given back. */
async function makeEvening(own: boolean) {
  const { organizer, api } = await makeOrganizer(own);
  const event = await makeEvent(db, { organizerId: organizer.id, startsAt, title: "Ghazals" });
  const first = await makeSale(db, bank.gateway, { event });
  await first.buy();
  await (await makeSale(db, bank.gateway, { event, from: 4 })).buy();
  await api.payment.refundPart({ bookingId: first.bookingId, amountPaise: 11_800, note: "The seat squeaks.", requestKey: "12345678" });
  return { organizer, api, event };
}

it("owes who sells in their own name all that is left; the tax is theirs to pay", async () => {
  const { api } = await makeEvening(true);
  const { lines, totals } = await api.settlement.month({ month });
  expect(lines).toMatchObject([
    { title: "Ghazals", tickets: 4, soldPaise: 236_000, soldTaxPaise: 36_000, backPaise: 11_800, backTaxPaise: 1_800, aislesTaxPaise: 0, organizersTaxPaise: 34_200, toOrganizerPaise: 224_200, strayPaise: 0 },
  ]);
  expect(totals).toMatchObject({ toOrganizerPaise: 224_200, leftPaise: 224_200, feePaise: 0 });
  expect((await api.settlement.month({ month: "2099-04" })).lines).toEqual([]);
});

it("keeps the tax of what Aisle sells in its own name, as each invoice was issued", async () => {
  const { api, organizer } = await makeEvening(false);
  const before = await api.settlement.month({ month });
  expect(before.totals).toMatchObject({ aislesTaxPaise: 34_200, toOrganizerPaise: 190_000, leftPaise: 224_200 });
  for (const { id } of await db.booking.findMany()) await api.invoice.list({ bookingId: id });
  await db.sellerProfile.create({ data: { userId: organizer.id, code: "ASHA", legalName: "Asha Rao", address: "1 Lane", stateCode: "27", gstin: null } });
  expect((await api.settlement.month({ month })).totals).toEqual(before.totals);
});

it("owes nothing of what was called off, and shows no draft and no other's event", async () => {
  const { api, event } = await makeEvening(true);
  await makeEvent(db, { startsAt });
  await makeEvent(db, { startsAt, organizerId: event.organizerId, status: "DRAFT" });
  await api.event.cancel({ id: event.event.id });
  const { lines } = await api.settlement.month({ month });
  expect(lines).toMatchObject([{ status: "CANCELLED", soldPaise: 236_000, backPaise: 236_000, toOrganizerPaise: 0, organizersTaxPaise: 0 }]);
  const admin = callerFor(await makeUser(db, { role: "ADMIN" }));
  expect((await admin.settlement.month({ month })).lines).toHaveLength(2);
});

it("adds up with the report of the event", async () => {
  const { api, event } = await makeEvening(true);
  const { totals } = await api.settlement.month({ month });
  const report = await api.organizer.eventReport({ eventId: event.event.id });
  expect(totals.leftPaise + totals.strayPaise).toBe(report.totals.revenuePaise);
});

it("gives the statement as CSV and as a PDF, the sums in both", async () => {
  const { api } = await makeEvening(true);
  const { csv, fileName } = await api.settlement.csv({ month });
  expect(fileName).toBe("statement-2099-03.csv");
  const lines = csv.replaceAll('"', "").trim().split("\r\n");
  expect(lines).toHaveLength(3);
  expect(lines[1]).toContain("Ghazals,Asha Rao,2099-03-10,PUBLISHED,4,2360.00,360.00,118.00,18.00,2242.00,0.00,0.00,342.00,2242.00,0.00");
  const { bytes } = await api.settlement.pdf({ month });
  const pdf = await PDFDocument.load(bytes);
  expect([pdf.getTitle(), pdf.getPageCount()]).toEqual(["Statement for March 2099", 1]);
});
