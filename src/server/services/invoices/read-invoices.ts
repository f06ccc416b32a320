import { notFound } from "~/domain/errors";
import type { InvoiceContent } from "~/domain/invoice";
import { mayManageEvent, maySeeBooking, type Actor } from "~/domain/permissions";
import type { Db } from "~/server/db/db";
import { issueDocuments } from "./issue-invoice";
import { invoicePdf } from "./invoice-pdf";

type Reading = { db: Db; actor: Actor };

const mayRead = (actor: Actor, booking: { userId: string; event: { organizerId: string } }) =>
  maySeeBooking(actor, booking) || mayManageEvent(actor, booking.event);

/**
 * A booking's invoice and credit notes, the oldest first; what is due and not yet issued is issued now.
 * @throws AppError NOT_FOUND, also for a stranger's booking
 */
export async function listInvoices({ db, actor, bookingId }: Reading & { bookingId: string }) {
  const booking = await db.booking.findUnique({ where: { id: bookingId }, select: { userId: true, event: { select: { organizerId: true } } } });
  if (!booking || !mayRead(actor, booking)) throw notFound("booking");
  await issueDocuments({ db, bookingId });
  const documents = await db.invoice.findMany({
    where: { bookingId },
    orderBy: [{ issuedAt: "asc" }, { kind: "asc" }, { sequence: "asc" }],
    select: { id: true, kind: true, number: true, totalPaise: true, issuedAt: true },
  });
  return documents.map((document) => ({ ...document, href: `/api/invoices/${document.id}/pdf` }));
}

/**
 * One of them as a PDF.
 * @throws AppError NOT_FOUND, also for a stranger's
 */
export async function readInvoicePdf({ db, actor, invoiceId }: Reading & { invoiceId: string }) {
  const invoice = await db.invoice.findUnique({
    where: { id: invoiceId },
    select: { number: true, issuedAt: true, content: true, booking: { select: { userId: true, event: { select: { organizerId: true } } } } },
  });
  if (!invoice || !mayRead(actor, invoice.booking)) throw notFound("invoice");
  return {
    fileName: `${invoice.number.replaceAll("/", "-")}.pdf`,
    bytes: await invoicePdf({ ...invoice, content: invoice.content as InvoiceContent }),
  };
}
