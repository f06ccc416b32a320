import { writeFileSync } from "node:fs";
import { PDFDocument } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import type { InvoiceContent } from "~/domain/invoice";
import { reconcile } from "~/server/services/sale/money/reconcile/reconcile";
import { embedFace } from "~/server/services/tickets/pdf-fonts";
import { makeEvent, makeUser } from "~/test/factories";
import { testBank } from "~/test/harness/bank";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";
import { makeSale } from "~/test/harness/sale";
import { expectSoundBooks } from "~/test/harness/sound-books";
import { issueDocuments } from "./issue-invoice";

const db = testDb();
const bank = testBank(db);
const { gateway } = bank;
const contentOf = async (number: string) => (await db.invoice.findUniqueOrThrow({ where: { number } })).content as InvoiceContent;
const job = () => reconcile({ db, gateway, afterSeconds: 0 });

describe("invoices", () => {
  it("are the booking's sums, issued once its money is captured", async () => {
    const sale = await makeSale(db, gateway);
    expect(await sale.api.invoice.list({ bookingId: sale.bookingId })).toEqual([]);
    await sale.buy();
    await job();
    await job();
    const [invoice, ...more] = await sale.api.invoice.list({ bookingId: sale.bookingId });
    expect(more).toEqual([]);
    expect(invoice).toMatchObject({ kind: "INVOICE", totalPaise: sale.booking.totalPaise });
    expect(invoice?.number).toMatch(/^AISL\/\d{4}\/000001$/);
    expect(await contentOf(invoice!.number)).toMatchObject({
      lines: [{ text: "Admission, Stalls", sac: "9996", quantity: 2, pricePaise: 50_000 }],
      taxablePaise: 100_000, cgstPaise: 9_000, sgstPaise: 9_000, igstPaise: 0, totalPaise: 118_000, placeOfSupply: "27",
    });
  });

  it("have no gaps, whoever asks at once and whatever fails", async () => {
    const event = await makeEvent(db);
    const sales = [];
    for (let from = 0; from < 24; from += 2) sales.push(await makeSale(db, gateway, { event, from }));
    await Promise.all(sales.map((sale) => sale.buy()));
    // Somebody who fails half way leaves no hole.
    await expect(
      db.$transaction(async (tx) => {
        await tx.$executeRaw`INSERT INTO "InvoiceSeries" VALUES ('platform', '2627', 'INVOICE', 1) ON CONFLICT DO NOTHING`;
        throw new Error("half way");
      }),
    ).rejects.toThrow("half way");
    await Promise.all([...sales, ...sales].map((sale) => issueDocuments({ db, bookingId: sale.bookingId })));
    const sequences = (await db.invoice.findMany({ orderBy: { sequence: "asc" } })).map((invoice) => invoice.sequence);
    expect(sequences).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    await expectSoundBooks(db);
  });

  it("are followed by a credit note for each refund that is done", async () => {
    const sale = await makeSale(db, gateway);
    await sale.buy();
    const organizer = callerFor({ id: sale.organizerId }, { gateway });
    await organizer.payment.refundPart({ bookingId: sale.bookingId, amountPaise: 11_800, note: "Bad sound.", requestKey: "first-part" });
    await sale.api.booking.cancel({ bookingId: sale.bookingId });
    const documents = await sale.api.invoice.list({ bookingId: sale.bookingId });
    expect(documents.map(({ kind, totalPaise }) => [kind, totalPaise])).toEqual([["INVOICE", 118_000], ["CREDIT_NOTE", 11_800], ["CREDIT_NOTE", 106_200]]);
    expect(documents.map(({ number }) => number.split("/")[2])).toEqual(["000001", "C00001", "C00002"]);
    expect(await contentOf(documents[1]!.number)).toMatchObject({ taxablePaise: 10_000, taxPaise: 1_800, corrects: { number: documents[0]!.number } });
    await expectSoundBooks(db);
  });

  it("are not written for money that came late or twice", async () => {
    const sale = await makeSale(db, gateway);
    await bank.misbehave({ on: "capture", act: "secondCapture" });
    const tabs = [await sale.payFor(), await sale.payFor()];
    for (const tab of tabs) await sale.confirm(tab);
    const late = await makeSale(db, gateway, { event: sale, from: 10 });
    const { orderId } = await late.order();
    await db.booking.update({ where: { id: late.bookingId }, data: { status: "CANCELLED" } });
    await late.api.payment.sandboxPay({ orderId, outcome: "success" });
    await job();
    await job();
    expect(await db.refund.count({ where: { status: "COMPLETED" } })).toBe(2);
    expect(await db.invoice.groupBy({ by: ["kind", "bookingId"] })).toEqual([{ kind: "INVOICE", bookingId: sale.bookingId }]);
  });

  it("carry the organizer's own name and series, and integrated tax where the event is in another state", async () => {
    const organizerUser = await makeUser(db, { role: "ORGANIZER" });
    const organizer = callerFor(organizerUser, { gateway });
    const details = { legalName: "Ghungroo Arts LLP", address: "4 Church Street, Bengaluru 560001", stateCode: "29", gstin: "29AAPFU0939F1ZR" };
    expect(await organizer.invoice.seller()).toBeNull();
    await expect(organizer.invoice.keepSeller({ ...details, gstin: "27AAPFU0939F1ZV" })).rejects.toMatchObject({ cause: { code: "INVALID_INPUT", field: "gstin" } });
    const seller = await organizer.invoice.keepSeller(details);
    const sale = await makeSale(db, gateway, { event: await makeEvent(db, { organizerId: organizerUser.id }) });
    await sale.buy();
    const [invoice] = await sale.api.invoice.list({ bookingId: sale.bookingId });
    expect(invoice?.number.startsWith(`${seller?.code}/`)).toBe(true);
    expect(await contentOf(invoice!.number)).toMatchObject({ igstPaise: 18_000, cgstPaise: 0, seller: { gstin: details.gstin, legalName: details.legalName } });
  });

  it("are their buyer's, their organizer's and the admins' to read, and nobody else's", async () => {
    const sale = await makeSale(db, gateway);
    await sale.buy();
    const [invoice] = await sale.api.invoice.list({ bookingId: sale.bookingId });
    const admin = callerFor(await makeUser(db, { role: "ADMIN" }), { gateway });
    for (const reader of [sale.api, callerFor({ id: sale.organizerId }, { gateway }), admin]) {
      expect((await reader.invoice.pdf({ invoiceId: invoice!.id })).fileName).toMatch(/^AISL-\d{4}-000001\.pdf$/);
    }
    for (const stranger of [await makeUser(db), await makeUser(db, { role: "ORGANIZER" })]) {
      const api = callerFor(stranger, { gateway });
      await expect(api.invoice.list({ bookingId: sale.bookingId })).rejects.toMatchObject({ cause: { code: "NOT_FOUND" } });
      await expect(api.invoice.pdf({ invoiceId: invoice!.id })).rejects.toMatchObject({ cause: { code: "NOT_FOUND" } });
    }
  });
});

describe("the PDF", () => {
  it("is one page with its number as title, the same each time", async () => {
    const sale = await makeSale(db, gateway);
    await sale.buy();
    const [invoice] = await sale.api.invoice.list({ bookingId: sale.bookingId });
    const { bytes } = await sale.api.invoice.pdf({ invoiceId: invoice!.id });
    const again = await sale.api.invoice.pdf({ invoiceId: invoice!.id });
    const read = await PDFDocument.load(bytes);
    expect([read.getPageCount(), read.getTitle()]).toEqual([1, `Tax invoice ${invoice!.number}`]);
    expect(again.bytes.length).toBe(bytes.length);
    if (process.env.KEEP_PDF) writeFileSync(process.env.KEEP_PDF, bytes);
  });

  it("has the rupee sign, and not a question mark in its place", async () => {
    const face = await embedFace(await PDFDocument.create(), 400);
    expect(face.width("₹", 100)).toBeGreaterThan(0);
    expect(face.width("₹", 100)).not.toBe(face.width("?", 100));
  });
});
