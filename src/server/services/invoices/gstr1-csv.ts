import { CSV_BOM, csvLine } from "~/domain/csv";
import { gstr1Heading, gstr1Line } from "~/domain/gstr1";
import type { InvoiceContent } from "~/domain/invoice";
import type { Actor } from "~/domain/permissions";
import { Prisma } from "~/generated/prisma/client";
import type { Db } from "~/server/db/db";
import { declared, inMonth } from "./whose-documents";

/** Documents in one piece. */
const PIECE = 2_000;

type Row = { id: string; number: string; issuedAt: Date; content: InvoiceContent; originalPaise: number };

/**
 * A month's documents in the seller's own name, a line each, as GSTR-1 asks for them; piece by piece in the order of
 * issue. The first has the heading; `nextCursor` null: that was the last.
 * @param input.month of India's calendar, "2026-12"
 */
export async function gstr1Csv(input: { db: Db; actor: Actor; month: string; cursor?: string; pieceSize?: number }) {
  const { db, actor, month, cursor, pieceSize = PIECE } = input;
  const [at, id] = cursor?.split(" ") ?? [];
  const after = at && id ? Prisma.sql`AND (i."issuedAt", i.id) > (${new Date(at)}, ${id})` : Prisma.empty;
  const rows = await db.$queryRaw<Row[]>`
    SELECT i.id, i.number, i."issuedAt", i.content,
           CASE WHEN i.kind = 'INVOICE' THEN i."totalPaise" ELSE coalesce(o."totalPaise", i."totalPaise") END AS "originalPaise"
      FROM (SELECT i.* FROM "Invoice" i WHERE ${declared(actor)} AND ${inMonth(month)} ${after}
             ORDER BY i."issuedAt", i.id LIMIT ${pieceSize}) i
      LEFT JOIN "Invoice" o ON o.number = i.content->'corrects'->>'number'
     ORDER BY i."issuedAt", i.id`;
  const last = rows.length === pieceSize ? rows.at(-1) : undefined;
  return {
    fileName: `gstr1-${month}.csv`,
    csv: (cursor ? "" : CSV_BOM + csvLine(gstr1Heading)) + rows.map((row) => csvLine(gstr1Line(row))).join(""),
    nextCursor: last ? `${last.issuedAt.toISOString()} ${last.id}` : null,
  };
}
