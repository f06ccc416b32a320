import type { InvoiceContent, InvoiceKind } from "~/domain/invoice";
import type { Actor } from "~/domain/permissions";
import { Prisma } from "~/generated/prisma/client";
import type { Db } from "~/server/db/db";
import { containing, searchWords } from "../search-words";
import { inMonth, theirs } from "./whose-documents";

type Asking = { db: Db; actor: Actor; month?: string; kind?: InvoiceKind; search?: string; page: number; limit: number };

/** Bookings of people that a search may bring; who fits more people says more. */
const MANY = 2_000;

/**
 * Invoices, bills of supply and credit notes of an organizer's events (an admin: those in the platform's name), the
 * latest first; found by their number, a booking's number, or who bought.
 * @param input.month of the day of issue in India, "2026-12"
 */
export async function listDocuments({ db, actor, month, kind, search, page, limit }: Asking) {
  const words = searchWords(search);
  const where = Prisma.join(
    [
      theirs(actor),
      ...(month ? [inMonth(month)] : []),
      ...(kind ? [Prisma.sql`i.kind = ${kind}::"InvoiceKind"`] : []),
      ...(words.length > 0 ? [Prisma.sql`i.id = ANY (${await found(db, actor, words)}::text[])`] : []),
    ],
    " AND ",
  );
  const [[counted], rows] = await Promise.all([
    db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM "Invoice" i WHERE ${where}`,
    db.$queryRaw<{ id: string; kind: InvoiceKind; number: string; issuedAt: Date; totalPaise: number; content: InvoiceContent; eventId: string }[]>`
      SELECT i.id, i.kind::text AS kind, i.number, i."issuedAt", i."totalPaise", i.content, b."eventId"
        FROM (SELECT * FROM "Invoice" i WHERE ${where} ORDER BY i."issuedAt" DESC, i.id DESC OFFSET ${(page - 1) * limit} LIMIT ${limit}) i
        JOIN "Booking" b ON b.id = i."bookingId" ORDER BY i."issuedAt" DESC, i.id DESC`,
  ]);
  const total = counted?.total ?? 0;
  return { items: rows.map(view), total, page, pageCount: Math.ceil(total / limit) };
}

function view({ content, ...row }: { id: string; content: InvoiceContent; kind: InvoiceKind; number: string; issuedAt: Date; totalPaise: number; eventId: string }) {
  const { taxPaise, bookingNumber, buyer, event, seller } = content;
  return {
    ...row, taxPaise, bookingNumber,
    buyer: { name: buyer.name, gstin: buyer.gstin ?? null },
    eventTitle: event.title,
    sellerName: seller.legalName,
    href: `/api/invoices/${row.id}/pdf`,
  };
}

/** Documents by their own number, their booking's, or the people whom every word fits: each by an index of its own. */
async function found(db: Db, actor: Actor, words: readonly string[]): Promise<string[]> {
  const typed = words.join(" ").toUpperCase();
  const people = words.map((word) => {
    const like = `%${containing(word).contains}%`;
    return Prisma.sql`(plain_words(u.name) LIKE plain_words(${like}) OR u.email ILIKE ${like})`;
  });
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT i.id FROM "Invoice" i WHERE i.number = ${typed} AND ${theirs(actor)}
    UNION
    SELECT i.id FROM "Booking" b JOIN "Invoice" i ON i."bookingId" = b.id WHERE b."bookingNumber" = ${typed} AND ${theirs(actor)}
    UNION
    (SELECT i.id FROM "User" u JOIN "Booking" b ON b."userId" = u.id JOIN "Invoice" i ON i."bookingId" = b.id
      WHERE ${Prisma.join(people, " AND ")} AND ${theirs(actor)} LIMIT ${MANY})`;
  return rows.map((row) => row.id);
}
