import { creditNoteOf, financialYear, invoiceNumber, invoiceOf, type InvoiceContent } from "~/domain/invoice";
import type { Prisma } from "~/generated/prisma/client";
import type { Db, Tx } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import { patience, room } from "~/server/patience";
import { lockBooking, lockInvoiceSeries } from "~/server/services/sale/locks";
import { sellerOf } from "./seller-of";

const paidBooking = {
  bookingNumber: true,
  subtotalPaise: true,
  discountPaise: true,
  taxPaise: true,
  totalPaise: true,
  user: { select: { name: true, email: true, gstin: true, gstName: true } },
  items: { select: { sectionName: true, pricePaise: true }, orderBy: { seatId: "asc" } },
  event: { select: { title: true, startsAt: true, organizerId: true, venue: { select: { name: true, city: true, timeZone: true, stateCode: true } } } },
  payments: { where: { acceptedAt: { not: null }, capturedAt: { not: null } }, select: { id: true } },
  invoices: { select: { kind: true, number: true, issuedAt: true, refundId: true, content: true } },
  refunds: { where: { status: "COMPLETED" }, orderBy: { completedAt: "asc" }, select: { id: true, paymentId: true, amountPaise: true } },
} satisfies Prisma.BookingSelect;

/**
 * Issues what a booking still lacks: its invoice once its money is captured, and a credit note for each refund of
 * it that is done. Money that came late or twice was never a sale: neither is written for it. A repeat issues nothing.
 * @returns how many documents were issued
 */
export async function issueDocuments({ db, bookingId }: { db: Db; bookingId: string }): Promise<number> {
  // Looked at without a lock first: nearly always there is nothing to do, and all who issue stand in one line.
  if (!lacks(await read(db, bookingId))) return 0;
  const work = async (tx: Tx) => {
    await lockInvoiceSeries(tx);
    const locked = await lockBooking(tx, bookingId);
    const booking = locked && (await read(tx, bookingId));
    if (!booking || !lacks(booking)) return 0;
    const payment = booking.payments[0]!;

    let issued = 0;
    const { event, user, ...sums } = booking;
    const { organizerId, venue, title, startsAt } = event;
    let invoice: { number: string; issuedAt: Date; content: InvoiceContent } | undefined = booking.invoices
      .filter((document) => document.kind === "INVOICE")
      .map((document) => ({ ...document, content: document.content as InvoiceContent }))[0];
    if (!invoice) {
      const facts = {
        ...sums,
        buyer: buyerOf(user),
        placeOfSupply: venue.stateCode,
        event: { title, startsAt: startsAt.toISOString(), timeZone: venue.timeZone, venue: venue.name, city: venue.city },
      };
      invoice = await write(tx, { bookingId, content: invoiceOf(facts, await sellerOf(tx, organizerId)), now: locked.now });
      issued++;
    }
    const noted = new Set(booking.invoices.map((document) => document.refundId));
    for (const refund of booking.refunds) {
      if (refund.paymentId !== payment.id || noted.has(refund.id)) continue;
      const corrects = { number: invoice.number, issuedAt: invoice.issuedAt.toISOString() };
      const content = creditNoteOf(invoice.content, corrects, refund.amountPaise);
      await write(tx, { bookingId, refundId: refund.id, content, now: locked.now });
      issued++;
    }
    return issued;
  };
  return transaction(db, work, { deadlineMs: patience.bookingMs, tries: room.moneyTries });
}

/** Who buys, as the invoice names them: a business by its registered name and number, where they gave one. */
function buyerOf({ name, email, gstin, gstName }: PaidBooking["user"]) {
  return gstin ? { name: gstName ?? name, email, gstin } : { name, email };
}

type PaidBooking = Prisma.BookingGetPayload<{ select: typeof paidBooking }>;

function read(db: Pick<Tx, "booking">, bookingId: string): Promise<PaidBooking | null> {
  return db.booking.findUnique({ where: { id: bookingId }, select: paidBooking });
}

function lacks(booking: PaidBooking | null): boolean {
  const payment = booking?.payments[0];
  if (!booking || !payment || booking.totalPaise === 0) return false;
  const noted = new Set(booking.invoices.map(({ refundId }) => refundId));
  return (
    !booking.invoices.some(({ kind }) => kind === "INVOICE") ||
    booking.refunds.some(({ id, paymentId }) => paymentId === payment.id && !noted.has(id))
  );
}

/** Takes the next number and writes the document in the same transaction: no number is lost, none is used twice. */
async function write(tx: Tx, input: { bookingId: string; refundId?: string; content: InvoiceContent; now: Date }) {
  const { bookingId, refundId, content, now } = input;
  const { kind, seller, totalPaise } = content;
  const year = financialYear(now);
  const [series] = await tx.$queryRaw<[{ lastSequence: number }]>`
    INSERT INTO "InvoiceSeries" AS s ("sellerKey", "financialYear", kind, "lastSequence")
    VALUES (${seller.key}, ${year}, ${kind}::"InvoiceKind", 1)
    ON CONFLICT ("sellerKey", "financialYear", kind) DO UPDATE SET "lastSequence" = s."lastSequence" + 1
    RETURNING "lastSequence"`;
  const sequence = series.lastSequence;
  const number = invoiceNumber(kind, seller.code, year, sequence);
  await tx.invoice.create({
    data: { kind, sellerKey: seller.key, financialYear: year, sequence, number, bookingId, refundId, totalPaise, content, issuedAt: now },
  });
  return { number, issuedAt: now, content };
}
