import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gstinCheck, isGstin, splitGst } from "./gst";
import { creditNoteOf, financialYear, invoiceNumber, invoiceOf } from "./invoice";
import { quote } from "./pricing";

describe("GST", () => {
  it("knows a GSTIN by its shape, its state and its check character", () => {
    // The example of the GST portal's own manuals.
    expect(isGstin("27AAPFU0939F1ZV")).toBe(true);
    for (const wrong of ["27AAPFU0939F1ZX", "27AAPFU0939F1Z", "99AAPFU0939F1ZV", "27aapfu0939f1zv", "27AAPFU0939F0ZV"]) {
      expect(isGstin(wrong)).toBe(false);
    }
    expect(gstinCheck("27AAPFU0939F1Z")).toBe("V");
  });

  it("splits a tax in two where the event is in the seller's state, and not otherwise; nothing is lost", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.constantFrom("27", "29"), fc.constantFrom("27", "29"), (tax, seller, place) => {
        const { cgstPaise, sgstPaise, igstPaise } = splitGst(tax, seller, place);
        expect(cgstPaise + sgstPaise + igstPaise).toBe(tax);
        expect(igstPaise === 0 || seller !== place).toBe(true);
        expect(sgstPaise - cgstPaise).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("an invoice's number", () => {
  it("takes the financial year of India, not of Greenwich", () => {
    expect(financialYear(new Date("2027-03-31T18:29:59Z"))).toBe("2627");
    expect(financialYear(new Date("2027-03-31T18:30:00Z"))).toBe("2728");
    expect(financialYear(new Date("2099-12-31T00:00:00Z"))).toBe("9900");
  });

  it("has at most 16 signs, and tells kinds apart", () => {
    expect(invoiceNumber("INVOICE", "AISL", "2627", 1)).toBe("AISL/2627/000001");
    expect(invoiceNumber("CREDIT_NOTE", "AISL", "2627", 1)).toBe("AISL/2627/C00001");
    expect(() => invoiceNumber("INVOICE", "AISL", "2627", 1_000_000)).toThrow();
  });
});

describe("the documents' sums", () => {
  const seller = { key: "platform", code: "AISL", legalName: "Aisle", address: "Mumbai", stateCode: "27", gstin: null };
  const facts = (prices: number[], discountBps: number) => {
    const items = prices.map((pricePaise, index) => ({ sectionName: index % 2 ? "Balcony" : "Stalls", pricePaise }));
    const lines = items.map((item, index) => ({ seatId: `${index}`, sectionId: "s", section: item.sectionName, row: "A", seat: "1", pricePaise: item.pricePaise }));
    const { subtotalPaise, discountPaise, taxPaise, totalPaise } = quote(lines, { type: "PERCENTAGE", value: discountBps, maxDiscountPaise: null });
    const event = { title: "Evening", startsAt: "2026-12-12T14:00:00Z", timeZone: "Asia/Kolkata", venue: "Hall", city: "Mumbai" };
    return { bookingNumber: "AIS-1", buyer: { name: "B", email: "b@aisle.test" }, placeOfSupply: "29", event, items, subtotalPaise, discountPaise, taxPaise, totalPaise };
  };
  const prices = fc.array(fc.integer({ min: 100, max: 1_000_000 }), { minLength: 1, maxLength: 6 });

  it("are the booking's, line by line, and a credit note's are exactly what went back", () => {
    fc.assert(
      fc.property(prices, fc.integer({ min: 1, max: 9_000 }), fc.integer({ min: 1, max: 10_000 }), (each, discount, shareBps) => {
        const invoice = invoiceOf(facts(each, discount), seller);
        expect(invoice.lines.reduce((sum, line) => sum + line.quantity * line.pricePaise, 0)).toBe(invoice.subtotalPaise);
        expect(invoice.taxablePaise + invoice.cgstPaise + invoice.sgstPaise + invoice.igstPaise).toBe(invoice.totalPaise);
        // What cost nothing has nothing to give back.
        if (invoice.totalPaise === 0) return;
        const refundPaise = Math.max(1, Math.floor((invoice.totalPaise * shareBps) / 10_000));
        const note = creditNoteOf(invoice, { number: "AISL/2627/000001", issuedAt: "2026-12-01T00:00:00Z" }, refundPaise);
        expect(note.taxablePaise + note.taxPaise).toBe(refundPaise);
        expect(note.taxPaise).toBeGreaterThanOrEqual(0);
        if (refundPaise === invoice.totalPaise) expect([note.taxablePaise, note.taxPaise]).toEqual([invoice.taxablePaise, invoice.taxPaise]);
      }),
    );
  });
});
